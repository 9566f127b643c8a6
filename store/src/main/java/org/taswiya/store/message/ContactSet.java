package org.taswiya.store.message;

import java.time.LocalDate;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.ChannelLadder;

/// All of how an account is reached.
///
/// @param since the day from which it holds
public record ContactSet(String account, ChannelLadder ladder, Language language, LocalDate since) {}
