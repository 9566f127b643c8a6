/// Who gets in, and to what.
///
/// [Door] states what is open to everybody and how every answer is guarded; all else asks for a sign-in. A customer
/// signs in by the reference of an account and a code that is sent to its holder ([SignInPages]). What a stranger is told
/// is the same whether there is such an account or not. [SignedIn] is who somebody turned out to be, and what is theirs.
@NullMarked
package org.taswiya.web.door;

import org.jspecify.annotations.NullMarked;
