/** How the product is watched: health, dashboards, alerts. */
@NullMarked
package vn.busticket.operations;

import org.jspecify.annotations.NullMarked;
