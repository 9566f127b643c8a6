/// How many the pages serve, and how soon: a town is made and billed, the program that people use is started on it as a
/// process of its own, and people come over HTTP as browsers do. Visitors sign in, look at bills, and all give their
/// own readings on the same day; somebody of the staff goes through the console, page by page.
///
/// - [PagesTrial] and [ConsoleTrial] are the orders in which it is done, [PagesTown] and [ConsoleTown] who and what is
///   there, [ServedPages] the program, [Visitor] and [Clerk] who has signed in, with a [PageSession], [Load] how they
///   come, [Measurements] what is taken down, [PagesReport] and [MeasuredPages] what it came to.
///
/// Whoever comes needs a processor too, and here it is one of those that serve: a figure is what is left.
@NullMarked
package org.taswiya.bench.pages;

import org.jspecify.annotations.NullMarked;
