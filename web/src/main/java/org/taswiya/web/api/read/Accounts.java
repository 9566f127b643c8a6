package org.taswiya.web.api.read;

import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.api.Opened;
import org.taswiya.store.api.Opened.OpenedAgreement;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.PathPart;

/// Whose it is that a path names: what the key does not open is not there.
public final class Accounts {
    private Accounts() {}

    public static String opened(Site site, Call call) {
        return call.about(Opened.account(site.database(), call.bearer(), call.part(PathPart.ACCOUNT))
                .orElseThrow(Call::unknown));
    }

    public static OpenedAgreement ofAgreement(Site site, Call call) {
        OpenedAgreement agreement = Opened.agreement(site.database(), call.bearer(), call.part(PathPart.AGREEMENT))
                .orElseThrow(Call::unknown);
        call.about(agreement.account());
        return agreement;
    }

    public static String ofRequest(Site site, Call call) {
        return call.about(Opened.ofRequest(site.database(), call.bearer(), Long.parseLong(call.part(PathPart.REQUEST)))
                .orElseThrow(Call::unknown));
    }

    public static String ofBill(Site site, Call call) {
        return call.about(BillNumber.parse(call.part(PathPart.BILL))
                .flatMap(number -> Opened.ofBill(site.database(), call.bearer(), number))
                .orElseThrow(Call::unknown));
    }
}
