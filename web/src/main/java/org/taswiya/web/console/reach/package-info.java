/// How customers can be reached, on pages of the console: coverage by channel, and campaigns that ask for contacts.
///
/// [ReachPages] shows the counts and has them counted anew, [CampaignPages] begins a campaign, shows what came of it
/// and ends it. [TypedCampaign] is what somebody typed.
///
/// Invariants: nothing is asked of anybody before it was said how many they are; a campaign that would ask others than
/// were shown is not begun, and shown anew.
///
/// Not here: who is reached and who is asked ([org.taswiya.store.reach]); the list of those whom no channel reaches
/// ([org.taswiya.web.console.work]).
@NullMarked
package org.taswiya.web.console.reach;

import org.jspecify.annotations.NullMarked;
