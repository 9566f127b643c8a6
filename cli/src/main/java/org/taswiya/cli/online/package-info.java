/// Commands of card payments on a provider's page: serving them, the sandbox, what became of attempts, refunds.
@NullMarked
package org.taswiya.cli.online;

import org.jspecify.annotations.NullMarked;
