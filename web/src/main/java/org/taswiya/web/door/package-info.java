/// Who gets in, and to what.
///
/// [Door] states what is open to everybody and how every answer is guarded; all else asks for a sign-in. A customer
/// signs in by the reference of an account and a code that is sent to its holder ([SignInPages]), by a password
/// ([PasswordSignInPages]) or by a passkey ([PasskeySignInPages]); [Entry] is what all three come to. [Passwords]
/// hashes, [PasswordRules] and [BreachedPasswords] say which are taken, [KnownDevices] where an account was opened
/// before; [PasskeyParty] judges what devices say, by [KnownKeys]. [DoorTerms] is what the utility has said. [SignedIn]
/// is who somebody turned out to be, and what is theirs, [SessionGate] whether their session goes on and what they look
/// after for others, [UploadGate] where files may be sent; [Wanted] is what they were doing when their sign-in ended;
/// [Attempts] counts how often something is tried from one address, with all servers of the database.
///
/// A *stranger* is whoever has not signed in. What they are told is the same, in the same time, whether there is such
/// an account or not.
///
/// Not here: what a code is and how long it counts (`store/access`).
@NullMarked
package org.taswiya.web.door;

import org.jspecify.annotations.NullMarked;
