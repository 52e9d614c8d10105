/**
 * What the packages that were asked for cost by themselves: a page with one button, and of each of
 * them as little as can be.
 */
@NullMarked
package vn.givenpackages;

import org.jspecify.annotations.NullMarked;
