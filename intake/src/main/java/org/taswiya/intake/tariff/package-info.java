/// Price books: from a YAML file that a tariff engineer can read to the tariff that core rates with.
///
/// A [TariffBook] is one file: a [org.taswiya.core.tariff.Tariff], its title in three languages, its placeholders and
/// its worked examples. `utilities/tariff.schema.json` describes the format to editors; the classes here are what
/// counts. A [TariffLibrary] finds a book by its id, `casablanca/electricity-household`, below the folder of all
/// utilities.
///
/// Words: a *finding* is one fault with its place, what was found and what was expected; a *placeholder* is a figure
/// that is reasoned and waits for the utility's own; a *worked example* is a bill with a known answer inside the book.
///
/// Invariants: a book with a finding yields no tariff at all; every figure has a `source`, a `derived` or a
/// `placeholder` beside it or beside what holds it; prices keep the exact decimals of the file; a file cannot include
/// another, so a copied book behaves the same. All findings of a file are reported together, as far as its YAML can be
/// read.
///
/// Not here: how a tariff prices usage (`core`), and what a command prints about a book (`cli`).
@NullMarked
package org.taswiya.intake.tariff;

import org.jspecify.annotations.NullMarked;
