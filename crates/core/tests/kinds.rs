//! How the newer kinds of rules and parts are read: what they mean where little is said, and what an author is told.

use huifang_core::calendar::{PeriodKind, Span, Unit};
use huifang_core::domain::Outcome;
use huifang_core::policy::{EachOf, FollowOnBase, Frame, ParamValues, PolicyPack, RuleKind, Take, TaskAction, Timing};

fn parse(parts: &str) -> Result<PolicyPack, Vec<(&'static str, String, String)>> {
    let head = "[pack]\nid = \"x\"\ntitle = \"x\"\nsector = \"x\"\nlanguage = 1\ncomplete = false\n";
    let parsed = PolicyPack::parse(&format!("{head}{parts}"), &ParamValues::new());
    parsed.map_err(|problems| problems.into_iter().map(|p| (p.code, p.expected, p.found)).collect())
}

fn rule(keys: &str) -> huifang_core::policy::Rule {
    let text = format!("[[rule]]\nid = \"r\"\ntitle = \"r\"\nassign = \"客服\"\n{keys}\n");
    parse(&text).unwrap_or_else(|problems| panic!("{problems:?}")).rules.remove(0)
}

/// The codes of all problems of a rule.
fn told(keys: &str) -> Vec<&'static str> {
    let text = format!("[[rule]]\nid = \"r\"\ntitle = \"r\"\nassign = \"客服\"\n{keys}\n");
    parse(&text).expect_err("a mistake").into_iter().map(|(code, ..)| code).collect()
}

const ONE_WEEK: Span = Span { n: 7, unit: Unit::Day };

#[test]
fn a_sample_says_out_of_what_how_many_and_how_often() {
    let RuleKind::Sample(kind) = rule("kind = \"sample\"\npopulation = \"all\"\ntake = \"30%\"\nper = \"week\"").kind
    else {
        panic!("a sample")
    };
    assert_eq!(
        (kind.take, kind.per, kind.frame_per, kind.previous),
        (Take::Percent(30.0), PeriodKind::Week, None, false)
    );
    let RuleKind::Sample(kind) = rule(
        "kind = \"sample\"\nmatter = \"complaint\"\nmilestone = \"handled\"\ntake = 20\nper = \"week\"\nframe = \"month\"\neach = \"部门\"",
    )
    .kind
    else {
        panic!("a sample")
    };
    assert!(matches!(kind.frame, Frame::Matters(_)));
    assert_eq!((kind.take, kind.each.as_deref()), (Take::Number(20), Some("department")));
    for keys in [
        "kind = \"sample\"\ntake = 1\nper = \"week\"",
        "kind = \"sample\"\npopulation = \"all\"\nper = \"week\"",
        "kind = \"sample\"\npopulation = \"all\"\ntake = 1",
    ] {
        assert_eq!(told(keys), ["missing"], "{keys}");
    }
    assert_eq!(told("kind = \"sample\"\npopulation = \"all\"\nper = \"week\"\ntake = 0"), ["bad_value"]);
    assert_eq!(told("kind = \"sample\"\npopulation = \"all\"\nper = \"moon\"\ntake = 1"), ["bad_value"]);
    assert_eq!(told("kind = \"sample\"\ndone = [\"nothing\"]\nper = \"week\"\ntake = 1"), ["unknown_name"]);
}

#[test]
fn a_silence_needs_a_milestone_and_a_time_and_a_repetition_of_more_than_nothing() {
    let base = "kind = \"silence\"\nmatter = \"purchase\"\nmilestone = \"ordered\"";
    let RuleKind::Silence(kind) = rule(&format!("{base}\nover = \"1 week\"")).kind else { panic!("a silence") };
    assert_eq!((kind.grace, kind.every), (ONE_WEEK, None));
    assert_eq!(told(base), ["missing"]);
    assert_eq!(told(&format!("{base}\nover = \"1 week\"\nevery = \"0 days\"")), ["bad_value"]);
    assert_eq!(
        told("kind = \"silence\"\nmatter = \"purchase\"\nmilestone = \"handled\"\nover = \"1 week\""),
        ["unknown_name"]
    );
}

#[test]
fn a_follow_on_is_after_a_client_who_was_reached_where_nothing_else_is_said() {
    let RuleKind::FollowOn(kind) = rule("kind = \"follow_on\"\nwithin = \"1 day\"").kind else { panic!("a follow-on") };
    assert_eq!((kind.outcome, kind.satisfied, kind.base), (Outcome::Reached, None, FollowOnBase::Record));
    let RuleKind::FollowOn(kind) = rule("kind = \"follow_on\"\nfrom = \"next_day\"\nwithin = \"1 day\"").kind else {
        panic!("a follow-on")
    };
    assert_eq!(kind.base, FollowOnBase::Answer("next_day".to_owned()));
    assert_eq!(told("kind = \"follow_on\""), ["missing"]);
    assert_eq!(told("kind = \"follow_on\"\nrules = [\"nothing\"]\nwithin = \"1 day\""), ["unknown_name"]);
    assert_eq!(told("kind = \"follow_on\"\noutcome = \"happy\"\nwithin = \"1 day\""), ["bad_value"]);
}

#[test]
fn a_plan_is_a_line_of_the_plan_on_its_day_where_nothing_else_is_said() {
    let RuleKind::Planned(kind) = rule("kind = \"planned\"").kind else { panic!("a plan") };
    assert_eq!(
        (kind.anchor.matter.as_str(), kind.anchor.milestones.as_slice()),
        ("plan_item", &["planned".to_owned()][..])
    );
    assert_eq!((kind.approved, kind.lead.n, kind.lapse), (None, 0, None));
    let RuleKind::Planned(kind) = rule("kind = \"planned\"\naudience = \"all\"").kind else { panic!("a plan") };
    assert!(kind.anchor.audience.is_some());
    assert_eq!(told("kind = \"planned\"\napproved = \"signed\""), ["unknown_name"]);
}

#[test]
fn checks_of_data_and_duties_are_steps_and_no_follow_ups() {
    let checks = rule("kind = \"quality\"\nchecks = [\"phone\", \"诊断\"]\nwithin = \"1 day\"");
    assert_eq!((checks.action, checks.verb.as_str()), (TaskAction::Step, "办理"));
    assert_eq!(told("kind = \"quality\"\nwithin = \"1 day\""), ["missing"]);
    assert_eq!(told("kind = \"quality\"\nchecks = [\"phone\"]"), ["missing"]);
    let duty = rule("kind = \"duty\"\nevery = \"month\"");
    assert_eq!(duty.action, TaskAction::Step);
    assert_eq!(told("kind = \"duty\"\nevery = \"month\"\naction = \"contact\""), ["bad_value"]);
    assert_eq!(told("kind = \"duty\"\nevery = \"month\"\non = \"someday\""), ["bad_value"]);
    assert_eq!(told("kind = \"duty\"\nevery = \"month\"\non = \"32\""), ["bad_value"]);
    assert_eq!(told("kind = \"duty\"\nevery = \"year\"\non = \"02-30\""), ["bad_value"]);
    assert_eq!(told("kind = \"duty\"\nevery = \"month\"\neach = \"client\""), ["bad_value"]);
    assert_eq!(told("kind = \"duty\""), ["missing"]);
}

#[test]
fn an_anchor_is_each_any_or_all_of_the_milestones() {
    let anchor = |keys: &str| {
        let keys = format!("kind = \"after\"\nmatter = \"purchase\"\nwithin = \"1 day\"\n{keys}");
        rule(&keys).kind.anchor().expect("an anchor").clone()
    };
    assert_eq!(anchor("milestone = [\"delivered\", \"paid\"]").of, EachOf::Each);
    assert_eq!(anchor("milestones_any = [\"delivered\", \"paid\"]").of, EachOf::Any);
    let all = anchor("milestones_all = [\"delivered\"]\nmilestones_any = [\"paid\"]");
    assert_eq!((all.of, all.and_any), (EachOf::All, vec!["paid".to_owned()]));
    assert_eq!(told("kind = \"after\"\nmatter = \"purchase\"\nwithin = \"1 day\""), ["missing"]);
    assert_eq!(
        told(
            "kind = \"after\"\nmatter = \"purchase\"\nwithin = \"1 day\"\nmilestones_all = [\"paid\"]\nmilestones_any = [\"x\"]"
        ),
        ["unknown_name"]
    );
    let RuleKind::After(after) =
        rule("kind = \"after\"\nmatter = \"purchase\"\nmilestone = \"paid\"\nin_next = \"week\"").kind
    else {
        panic!("after")
    };
    assert_eq!(after.timing, Timing::InNext(PeriodKind::Week));
}

#[test]
fn before_another_rule_takes_its_anchor_and_must_name_an_after_rule() {
    let visit = "[[rule]]\nid = \"visit\"\ntitle = \"v\"\nkind = \"after\"\nmatter = \"policy\"\nmilestone = \"issued\"\nwithin = \"9 days\"\nassign = \"客服\"\n";
    let found = rule(&format!("kind = \"before\"\nrule = \"visit\"\nlead = \"1 day\"\n{visit}"));
    assert_eq!(found.kind.anchor().map(|a| a.matter.as_str()), Some("policy"));
    let not_after = told("kind = \"before\"\nrule = \"nothing\"\nlead = \"1 day\"");
    assert!(not_after.contains(&"unknown_name"), "{not_after:?}");
}

#[test]
fn what_a_period_or_an_appointment_bounds_cannot_be_put_off() {
    assert_eq!(told("kind = \"quota\"\nneed = 1\nper = \"week\"\npopulation = \"all\"\nshift = true"), ["bad_value"]);
    assert_eq!(
        told("kind = \"before\"\nmatter = \"appointment\"\nmilestone = \"scheduled\"\nlead = \"1 day\"\nshift = true"),
        ["bad_value"]
    );
    assert!(rule("kind = \"duty\"\nevery = \"month\"\nshift = true").shift);
}

#[test]
fn what_is_waited_for_must_exist() {
    let base = "kind = \"after\"\nmatter = \"purchase\"\nmilestone = \"paid\"\nwithin = \"1 day\"";
    let waits = |waits: &str| told(&format!("{base}\nwaits_for = {waits}"));
    assert_eq!(waits("{ matter = \"problem\" }"), ["missing"]);
    assert_eq!(waits("{ matter = \"nothing\", milestone = \"closed\" }"), ["unknown_name"]);
    assert_eq!(waits("{ matter = \"problem\", milestone = \"nothing\" }"), ["unknown_name"]);
    assert_eq!(waits("{ matter = \"problem\", milestone = \"closed\", from = 1 }"), ["unknown_key"]);
}

#[test]
fn classes_merges_tries_and_hours_say_what_is_wrong_with_them() {
    let codes =
        |parts: &str| parse(parts).expect_err("a mistake").into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
    let class = "[[class]]\nid = \"c\"\ntitle = \"c\"\n";
    assert_eq!(codes(&format!("{class}when = {{ class = \"d\" }}")), ["bad_value"]);
    assert_eq!(codes(&format!("{class}when = {{ any = [{{ not = {{ class = \"d\" }} }}] }}")), ["bad_value"]);
    let merge = "[[merge]]\nid = \"m\"\ntitle = \"m\"\nmatter = \"complaint\"\n";
    assert_eq!(codes(merge), ["missing"]);
    assert_eq!(
        codes(&merge.replace("complaint", "nothing").replace("matter", "same = [\"x\"]\nmatter")),
        ["unknown_name"]
    );
    assert_eq!(codes("[[tries]]\nid = \"t\""), ["missing"]);
    assert_eq!(codes("[[tries]]\nid = \"t\"\nagain = \"1 day\"\nthen = [\"pigeon\"]"), ["bad_value"]);
    assert_eq!(codes("[[tries]]\nid = \"t\"\nagain = \"1 day\"\nrules = [\"nothing\"]"), ["unknown_name"]);
    assert_eq!(codes("[[hours]]\ntitle = \"h\"\nwindows = [[\"12:00\", \"08:00\"]]"), ["bad_value"]);
    assert_eq!(codes("[[hours]]\ntitle = \"h\"\ndays = [\"someday\"]"), ["bad_value"]);
}

#[test]
fn the_office_s_work_is_a_rule_where_it_recurs_and_is_shown_where_it_does_not() {
    let pack = parse(
        "[[duty]]\ntitle = \"月会\"\nevery = \"month\"\nby = \"经理\"\non = \"5\"\n[[review]]\nid = \"sign\"\ntitle = \"审阅\"\nby = \"主管\"\n\
         [[survey]]\nid = \"poll\"\ntitle = \"调查\"\nevery = \"year\"\ntake = \"10%\"\nby = \"客服\"\n\
         [[survey]]\ntitle = \"人人都问\"\nevery = \"quarter\"\n",
    )
    .expect("a pack");
    let rules: Vec<_> = pack.rules.iter().map(|r| (r.id.as_str(), r.kind.code(), r.assign.role())).collect();
    assert_eq!(
        rules,
        [
            ("duty.月会", "duty", Some("经理")),
            ("survey.poll", "sample", Some("客服")),
            ("survey.人人都问", "quota", Some("经理"))
        ]
    );
    assert_eq!(
        pack.others.iter().map(|o| (o.part.as_str(), o.title.as_str())).collect::<Vec<_>>(),
        [("review", "审阅")]
    );
}
