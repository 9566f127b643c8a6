/// How many the pages serve, and how soon: a town is made and billed, the program that people use is started on it as a
/// process of its own, and visitors come over HTTP as browsers do. They sign in, look at bills, and all give their own
/// readings on the same day.
///
/// - [PagesTrial] is the order in which it is done, [PagesTown] who is there, [ServedPages] the program, [Visitor] one
///   who has signed in, [Load] how visitors come, [PagesReport] what it came to.
///
/// The visitors need a processor too, and here it is one of those that serve: a figure is what is left.
@NullMarked
package org.taswiya.bench.pages;

import org.jspecify.annotations.NullMarked;
