package org.taswiya.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.agency.BillPages;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.desk.AdjustmentOperations;
import org.taswiya.web.api.desk.AnswerOperations;
import org.taswiya.web.api.desk.ArrangementOperations;
import org.taswiya.web.api.desk.ExchangeOperations;
import org.taswiya.web.api.desk.OutageOperations;
import org.taswiya.web.api.desk.ReachOperations;
import org.taswiya.web.api.desk.RebillOperations;
import org.taswiya.web.api.desk.SearchOperations;
import org.taswiya.web.api.desk.WorkOperations;
import org.taswiya.web.api.read.AccountNews;
import org.taswiya.web.api.read.AccountOperations;
import org.taswiya.web.api.read.AgreementOperations;
import org.taswiya.web.api.read.BillOperations;
import org.taswiya.web.api.read.ComparisonOperations;
import org.taswiya.web.api.read.DisputeOperations;
import org.taswiya.web.api.read.MessageOperations;
import org.taswiya.web.api.read.PaymentOperations;
import org.taswiya.web.api.read.UseOperations;
import org.taswiya.web.api.write.CardOperations;
import org.taswiya.web.api.write.ContactOperations;
import org.taswiya.web.api.write.DelegateOperations;
import org.taswiya.web.api.write.DisputeOpening;
import org.taswiya.web.api.write.InstalmentOperations;
import org.taswiya.web.api.write.MoveOutOperations;
import org.taswiya.web.api.write.PaymentBatchOperations;
import org.taswiya.web.api.write.PhotoOperations;
import org.taswiya.web.api.write.PreferenceOperations;
import org.taswiya.web.api.write.ReadingOperations;
import org.taswiya.web.api.write.RequestOperations;
import org.taswiya.web.api.write.WebhookOperations;
import org.taswiya.web.pay.CardDesk;

/// All that there are, and their description.
final class Operations {
    private final List<Operation> all;
    private final String description;

    Operations(Site site, AgencyTerms terms, BillPages papers, CardDesk cards) {
        List<Operation> declared = new ArrayList<>(Stream.of(
                        new AccountOperations(site).all(),
                        new AgreementOperations(site).all(),
                        new BillOperations(site, papers).all(),
                        new ComparisonOperations(site).all(),
                        new PaymentOperations(site).all(),
                        new CardOperations(site, cards).all(),
                        new DisputeOperations(site).all(),
                        new UseOperations(site).all(),
                        new AccountNews(site).all(),
                        new MessageOperations(site).all(),
                        new InstalmentOperations(site, terms).all(),
                        new MoveOutOperations(site).all(),
                        new ContactOperations(site).all(),
                        new ReadingOperations(site).all(),
                        new PhotoOperations(site).all(),
                        new DisputeOpening(site).all(),
                        new PreferenceOperations(site).all(),
                        new DelegateOperations(site).all(),
                        new RequestOperations(site, terms.requests()).all(),
                        new PaymentBatchOperations(site).all(),
                        new WebhookOperations(site, terms.webhooks()).all(),
                        new WorkOperations(site, terms).all(),
                        new ExchangeOperations(site).all(),
                        new AdjustmentOperations(site).all(),
                        new ArrangementOperations(site, terms).all(),
                        new RebillOperations(site, terms).all(),
                        new AnswerOperations(site, terms.requests()).all(),
                        new ReachOperations(site).all(),
                        new OutageOperations(site).all(),
                        new SearchOperations(site).all())
                .flatMap(List::stream)
                .toList());
        declared.add(Operation.get("describe", "/openapi.json", "This description.", null, _ -> description())
                .needing(null));
        all = List.copyOf(declared);
        description = OpenApi.of(all);
    }

    List<Operation> all() {
        return all;
    }

    private Reply description() {
        return new Reply.ToldAgain(200, description, false);
    }
}
