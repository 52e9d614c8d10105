/**
 * How the product puts things on paper and into letters: its sentences, its templates, its printed
 * pages.
 *
 * <p>Ask it through: {@link vn.busticket.documents.Wording} (the sentences, money, days and times
 * of a language, where no screen is open), {@link vn.busticket.documents.Templates} (fills
 * templates, escaping by itself), {@link vn.busticket.documents.PdfPrinter} (XHTML as PDF), {@link
 * vn.busticket.documents.Imprint} (who stands behind them). It tells nothing and hears nothing.
 * Owns no table and no job.
 *
 * <p>Why so: tickets, letters and reports speak with one voice and share one face, and none of the
 * rooms that make them has to know another for it. The price is one room more.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.busticket.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
