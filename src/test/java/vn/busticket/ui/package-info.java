/** Proves formats, languages and the shared parts of screens. */
@NullMarked
package vn.busticket.ui;

import org.jspecify.annotations.NullMarked;
