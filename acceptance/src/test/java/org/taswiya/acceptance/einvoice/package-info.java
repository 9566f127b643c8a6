/// The golden bills as e-invoices, held against the rules that CEN publishes for EN 16931: the schemas of both syntaxes
/// and its Schematron, as the validator phive runs them; the Cross Industry Invoice against those of Factur-X too.
///
/// Not here: how an invoice is made (deliver).
@NullMarked
package org.taswiya.acceptance.einvoice;

import org.jspecify.annotations.NullMarked;
