/// A card provider to try everything with: its own side, and how we talk to it.
///
/// [Sandbox] is the provider: it keeps what customers have paid on its page in a log of its own, and tells the utility
/// what came of it until that is heard. [SandboxPages] is its page, with a button for each thing that goes wrong with
/// real ones. [SandboxProvider] is the adapter on our side; the two share a key and nothing else.
///
/// Invariants: what the sandbox has decided is in its log, on the disk, before anybody is told; a refund is done once.
///
/// Not here: money.
@NullMarked
package org.taswiya.server.sandbox;

import org.jspecify.annotations.NullMarked;
