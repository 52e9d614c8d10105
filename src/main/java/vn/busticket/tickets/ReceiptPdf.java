package vn.busticket.tickets;

import java.util.Map;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.PdfPrinter;
import vn.busticket.documents.Templates;

/** Prints receipts: one A4 page with every seat, every transfer and the sum in words. */
public final class ReceiptPdf {

    private final Templates templates;
    private final Imprint imprint;
    private final PdfPrinter printer = new PdfPrinter();

    public ReceiptPdf(Templates templates, Imprint imprint) {
        this.templates = templates;
        this.imprint = imprint;
    }

    /** The receipt as PDF. */
    public byte[] print(ReceiptDocument receipt) {
        var language = receipt.language();
        var sum = SumInWords.of(receipt.received(), language);
        return printer.print(
                templates.fill(
                        "document/receipt.ftlx",
                        language,
                        Map.of("receipt", receipt, "imprint", imprint, "sumInWords", sum)));
    }
}
