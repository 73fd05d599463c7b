//! Targets at their bounds, and scores: what is reckoned, and what an author is told.

use huifang_core::policy::{Case, ParamValues, PolicyPack, Reckoning, Scored};

fn parse(parts: &str) -> Result<PolicyPack, Vec<(u32, &'static str, String)>> {
    let head = "[pack]\nid = \"x\"\ntitle = \"x\"\nsector = \"x\"\nlanguage = 1\ncomplete = false\n";
    let parsed = PolicyPack::parse(&format!("{head}{parts}"), &ParamValues::new());
    parsed.map_err(|problems| problems.into_iter().map(|p| (p.line, p.code, p.expected)).collect())
}

fn target(bound: &str) -> huifang_core::policy::Target {
    parse(&format!("[[target]]\ntitle = \"回访率\"\n{bound}\n")).expect("a target").targets.remove(0)
}

fn score(keys: &str) -> huifang_core::policy::Score {
    let target = "[[target]]\ntitle = \"回访率\"\nat_least = \"90%\"\n";
    parse(&format!("{target}[[score]]\nid = \"s\"\ntitle = \"得分\"\n{keys}\n")).expect("a score").scores.remove(0)
}

#[test]
fn a_share_that_is_just_reached_is_met_and_one_less_is_not() {
    let least = target("at_least = \"70%\"");
    for (reached, of, met) in [(7, 10, true), (6, 10, false), (140, 200, true), (139, 200, false), (70, 100, true)] {
        assert_eq!(least.is_met(reached, of), Some(met), "{reached}/{of}");
    }
    let most = target("at_most = \"1%\"");
    for (reached, of, met) in [(0, 50, true), (1, 100, true), (1, 99, false), (2, 200, true), (3, 200, false)] {
        assert_eq!(most.is_met(reached, of), Some(met), "{reached}/{of}");
    }
}

#[test]
fn a_share_of_nothing_is_no_share() {
    assert_eq!(target("at_least = \"70%\"").is_met(0, 0), None);
    assert_eq!(target("at_most = \"0%\"").is_met(0, 0), None);
    assert_eq!(target("at_most = \"0%\"").is_met(0, 5), Some(true));
    assert_eq!(target("at_least = \"100%\"").is_met(4, 5), Some(false));
}

#[test]
fn thirds_and_fractions_of_percents_are_not_rounded_into_a_target() {
    assert_eq!(target("at_least = \"66.7%\"").is_met(2, 3), Some(false));
    assert_eq!(target("at_least = \"66.6%\"").is_met(2, 3), Some(true));
    assert_eq!(target("at_least = \"99.5%\"").is_met(199, 200), Some(true));
}

#[test]
fn every_missing_percentage_point_is_worth_so_many_points() {
    let score = score("target = \"回访率\"\nper_point = -0.5");
    let points = |reached, of| score.reckon(90.0, reached, of, 0);
    assert_eq!(points(90, 100), Some(Scored::Points(0.0)));
    assert_eq!(points(95, 100), Some(Scored::Points(0.0)), "more than asked for is not rewarded");
    assert_eq!(points(89, 100), Some(Scored::Points(-0.5)));
    assert_eq!(points(80, 100), Some(Scored::Points(-5.0)));
    assert_eq!(points(0, 0), None);
}

#[test]
fn a_share_of_a_sum_is_taken_by_the_shortfall_and_never_more_than_all() {
    let twice = score("target = \"回访率\"\nshare = \"绩效工资\"\nfactor = 2");
    assert_eq!(twice.reckon(90.0, 84, 100, 0), Some(Scored::Percent(12.0)));
    assert_eq!(twice.reckon(90.0, 10, 100, 0), Some(Scored::Percent(100.0)));
    let once = score("target = \"回访率\"\nshare = \"绩效工资\"");
    assert_eq!(once.reckon(90.0, 84, 100, 0), Some(Scored::Percent(6.0)));
}

#[test]
fn cases_may_lower_the_rate() {
    let score =
        score("target = \"回访率\"\nper_point = -1\nrate_minus = { field = \"perfunctory\", percent = \"10%\" }");
    assert_eq!(score.reckon(90.0, 95, 100, 0), Some(Scored::Points(0.0)));
    assert_eq!(score.reckon(90.0, 95, 100, 1), Some(Scored::Points(-5.0)));
    assert_eq!(score.reckon(90.0, 95, 100, 20), Some(Scored::Points(-90.0)), "a rate is never below nothing");
}

#[test]
fn cases_are_worth_so_many_points_each() {
    let score = score("whose = \"staff\"\nperiod = \"month\"\ncase = \"dissatisfied\"\npoints = -3");
    assert_eq!(score.reckon(0.0, 0, 0, 2), Some(Scored::Points(-6.0)));
    assert_eq!(score.reckon(0.0, 0, 0, 0), Some(Scored::Points(0.0)));
    assert_eq!(score.target(), None);
    let answer = self::score("case = \"perfunctory\"\npoints = 1.5");
    let Reckoning::Cases { case, .. } = &answer.reckoning else { panic!("cases") };
    assert_eq!(case, &Case::Answer("perfunctory".to_owned()));
    assert_eq!(answer.reckon(0.0, 0, 0, 2), Some(Scored::Points(3.0)));
}

#[test]
fn what_is_missing_or_unknown_in_a_score_is_told() {
    let told = |keys: &str| {
        let problems = parse(&format!("[[score]]\nid = \"s\"\ntitle = \"得分\"\n{keys}\n")).expect_err("a mistake");
        problems.into_iter().map(|(line, code, expected)| format!("{line} {code} {expected}")).collect::<Vec<_>>()
    };
    for (keys, wanted) in [
        ("target = \"没有的\"\nper_point = 1", "7 unknown_name 没有这个指标(写指标的 title)"),
        ("whose = \"staff\"", "7 missing 缺少 target:哪个指标,或 case 加 points"),
        ("case = \"late\"", "7 missing 缺少 target:哪个指标,或 case 加 points"),
        ("whose = \"boss\"\ncase = \"late\"\npoints = 1", "10 bad_value whose 只能是 department、staff、office"),
    ] {
        assert_eq!(told(keys), [wanted], "{keys}");
    }
    let of_target = told("target = \"没有的\"\nrate_minus = { field = \"x\" }");
    assert!(
        of_target.iter().any(|p| p.contains("per_point")) && of_target.iter().any(|p| p.contains("percent")),
        "{of_target:?}"
    );
}

#[test]
fn a_target_without_a_bound_or_with_one_beyond_all_is_refused() {
    let told = |keys: &str| parse(&format!("[[target]]\ntitle = \"t\"\n{keys}\n")).expect_err("a mistake")[0].1;
    assert_eq!(told(""), "missing");
    assert_eq!(told("at_least = \"101%\""), "wrong_type");
    assert_eq!(told("at_most = \"-1%\""), "wrong_type");
    assert_eq!(told("at_least = \"50%\"\nmeasure = \"matters\""), "missing");
    assert_eq!(told("at_least = \"50%\"\nmeasure = \"happiness\""), "bad_value");
    assert_eq!(told("at_least = \"50%\"\neach = \"moon\""), "bad_value");
}
