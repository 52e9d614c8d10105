/**
 * PayOS to try things with: a stand-in that speaks PayOS' protocol over real HTTP on a port of its
 * own. No real money moves.
 *
 * <p><b>Ask it through</b> {@link vn.busticket.sandbox.PayosSandbox} from code, its pay page and
 * front page by hand, and {@code /_control} (JSON) when it runs as a process of its own.
 *
 * <p><b>It tells</b> the registered webhook address about every transfer, as PayOS does.
 *
 * <p><b>It hears</b> nothing; the product reaches it only through the official SDK and {@code
 * PAYOS_BASE_URL}.
 *
 * <p><b>Owns</b> payment links, transfers and webhook deliveries, in memory and, where asked for,
 * in one state file.
 *
 * <p><b>Why so:</b> PayOS documents no sandbox. This one shares no code with the product, so that a
 * mistake in signing cannot cancel itself out. Where PayOS documents nothing it does the harder
 * thing: late money is added to a lapsed link without reviving it, webhooks keep no order, order
 * codes are never free again.
 */
@NullMarked
package vn.busticket.sandbox;

import org.jspecify.annotations.NullMarked;
