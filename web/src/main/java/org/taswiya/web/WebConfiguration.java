package org.taswiya.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.taswiya.web.agency.BillPages;
import org.taswiya.web.agency.HomePages;
import org.taswiya.web.agreement.MoveOutPages;
import org.taswiya.web.api.ApiChain;
import org.taswiya.web.console.AccountPages;
import org.taswiya.web.console.KeyPages;
import org.taswiya.web.console.SearchPages;
import org.taswiya.web.console.StaffBillPages;
import org.taswiya.web.console.StaffChain;
import org.taswiya.web.console.StaffPasswordPages;
import org.taswiya.web.console.StaffProof;
import org.taswiya.web.console.StaffSignInPages;
import org.taswiya.web.console.StaffWelcomePages;
import org.taswiya.web.console.TrailPages;
import org.taswiya.web.console.act.AdjustPages;
import org.taswiya.web.console.act.ApprovalPages;
import org.taswiya.web.console.act.ArrangementPages;
import org.taswiya.web.console.act.CancelPages;
import org.taswiya.web.console.act.ContactApprovalPages;
import org.taswiya.web.console.act.CorrectionPages;
import org.taswiya.web.console.act.ReachedPages;
import org.taswiya.web.console.exchange.ExchangePages;
import org.taswiya.web.console.outage.OutageActs;
import org.taswiya.web.console.outage.OutagePages;
import org.taswiya.web.console.pricebook.DraftPages;
import org.taswiya.web.console.pricebook.PriceBookActs;
import org.taswiya.web.console.pricebook.PriceBookPages;
import org.taswiya.web.console.pricebook.TrialsBeside;
import org.taswiya.web.console.reach.CampaignPages;
import org.taswiya.web.console.reach.ReachPages;
import org.taswiya.web.console.request.RequestActs;
import org.taswiya.web.console.request.RequestEvidence;
import org.taswiya.web.console.request.RequestPages;
import org.taswiya.web.console.run.RunPages;
import org.taswiya.web.console.shadow.ShadowPages;
import org.taswiya.web.console.work.WorkActs;
import org.taswiya.web.console.work.WorkDecisions;
import org.taswiya.web.console.work.WorkPages;
import org.taswiya.web.delegate.DelegatePages;
import org.taswiya.web.dispute.DisputePages;
import org.taswiya.web.door.Door;
import org.taswiya.web.door.Entry;
import org.taswiya.web.door.EveryAnswer;
import org.taswiya.web.door.KnownDevices;
import org.taswiya.web.door.LanguageChoice;
import org.taswiya.web.door.PasskeyParty;
import org.taswiya.web.door.PasskeySignInPages;
import org.taswiya.web.door.PasswordSignInPages;
import org.taswiya.web.door.Passwords;
import org.taswiya.web.door.SignInPages;
import org.taswiya.web.instalment.InstalmentPages;
import org.taswiya.web.notice.NoticePages;
import org.taswiya.web.offline.OfflinePages;
import org.taswiya.web.page.Problems;
import org.taswiya.web.pay.CardDesk;
import org.taswiya.web.pay.GuestPages;
import org.taswiya.web.pay.PaidPages;
import org.taswiya.web.pay.PayPages;
import org.taswiya.web.pay.PaymentPages;
import org.taswiya.web.pay.ProviderNotices;
import org.taswiya.web.preference.AddressPages;
import org.taswiya.web.preference.PasskeyPages;
import org.taswiya.web.preference.PasswordPages;
import org.taswiya.web.preference.PreferencePages;
import org.taswiya.web.preference.PushPages;
import org.taswiya.web.reading.ReadingPages;
import org.taswiya.web.request.AskPages;
import org.taswiya.web.request.OwnRequestPages;
import org.taswiya.web.round.HandsetPages;
import org.taswiya.web.round.RoundFeed;
import org.taswiya.web.round.RoundPages;
import org.taswiya.web.use.UsePages;
import org.taswiya.web.watch.AwayWatch;
import org.taswiya.web.watch.DatabaseAway;
import org.taswiya.web.watch.ReadyPage;
import org.taswiya.web.watch.RequestWatch;

/// All that answers, by name: nothing is found by looking around.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    Door.class,
    EveryAnswer.class,
    SignInPages.class,
    LanguageChoice.class,
    PasswordSignInPages.class,
    PasskeySignInPages.class,
    PasskeyParty.class,
    Passwords.class,
    KnownDevices.class,
    Entry.class,
    HomePages.class,
    BillPages.class,
    UsePages.class,
    ReadingPages.class,
    DisputePages.class,
    AskPages.class,
    OwnRequestPages.class,
    NoticePages.class,
    CardDesk.class,
    PayPages.class,
    PaidPages.class,
    PaymentPages.class,
    GuestPages.class,
    ProviderNotices.class,
    InstalmentPages.class,
    PreferencePages.class,
    AddressPages.class,
    PasswordPages.class,
    PasskeyPages.class,
    PushPages.class,
    MoveOutPages.class,
    DelegatePages.class,
    OfflinePages.class,
    StaffChain.class,
    StaffSignInPages.class,
    StaffProof.class,
    StaffWelcomePages.class,
    StaffPasswordPages.class,
    SearchPages.class,
    AccountPages.class,
    StaffBillPages.class,
    TrailPages.class,
    Problems.class,
    RequestWatch.class,
    ReadyPage.class,
    ApiChain.class,
    KeyPages.class,
    ArrangementPages.class,
    AdjustPages.class,
    ReachedPages.class,
    ApprovalPages.class,
    ContactApprovalPages.class,
    CorrectionPages.class,
    CancelPages.class,
    RoundPages.class,
    RoundFeed.class,
    HandsetPages.class,
    WorkPages.class,
    WorkActs.class,
    WorkDecisions.class,
    RequestPages.class,
    RequestActs.class,
    ExchangePages.class,
    RequestEvidence.class,
    RunPages.class,
    ShadowPages.class,
    PriceBookPages.class,
    TrialsBeside.class,
    DraftPages.class,
    PriceBookActs.class,
    ReachPages.class,
    CampaignPages.class,
    OutagePages.class,
    OutageActs.class,
    DatabaseAway.class,
    AwayWatch.class
})
class WebConfiguration {}
