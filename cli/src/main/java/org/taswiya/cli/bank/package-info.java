/// Commands for money at banks: `bank`, `reconcile`, and what banks are asked to do.
///
/// They parse the command line, ask `run` or the store, and say what came of it; a refusal is told with its reason's
/// code. Numbers of customers' accounts at banks are masked.
///
/// Words: an *order* is a file for a bank; what is *told* a bank has said.
///
/// Not here: what files mean (intake, core), what is kept (store), how files for banks look (deliver).
@NullMarked
package org.taswiya.cli.bank;

import org.jspecify.annotations.NullMarked;
