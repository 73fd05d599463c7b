//! Packs that extend others: what is taken over, what is said anew, what is left out, and how clauses are renamed.

use huifang_core::domain::FieldValue;
use huifang_core::policy::{How, PackProblem, ParamValues, PolicyPack, RuleKind, StepTiming, Timing};

const BASE: &str = r#"[pack]
id = "900-01"
title = "底本"
sector = "property"
language = 1
complete = false

[terms]
client = "住户"
problem = "问题单"

[params]
days = { label = "几天内", default = "3 days", clauses = ["900-01-01"] }
post = { label = "岗位", type = "role", default = "客服" }

[[rule]]
id = "visit"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "$days"
assign = "$post"
clauses = ["900-01-02", "900-01-03"]

[[rule]]
id = "repair"
title = "维修回访"
kind = "after"
matter = "repair"
milestone = "finished"
within = "2 days"
assign = "$post"
clauses = ["900-01-04"]

[[target]]
title = "回访率"
rules = ["visit"]
at_least = "90%"
clauses = ["900-01-05"]

[[note]]
title = "说明"
text = "底本的话"
"#;

fn texts(id: &str) -> Option<String> {
    (id == "900-01").then(|| BASE.to_owned())
}

fn head(more: &str) -> String {
    format!(
        "[pack]\nid = \"900-02\"\ntitle = \"沿用的\"\nsector = \"property\"\nlanguage = 1\ncomplete = false\n\
         extends = \"900-01\"\n{more}\n"
    )
}

fn pack(more: &str) -> PolicyPack {
    match PolicyPack::parse_among(&head(more), &ParamValues::new(), &texts) {
        Ok(pack) => pack,
        Err(problems) => panic!("{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>()),
    }
}

fn problems(text: &str, texts: &dyn Fn(&str) -> Option<String>) -> Vec<PackProblem> {
    PolicyPack::parse_among(text, &ParamValues::new(), texts).expect_err("mistakes")
}

fn within(pack: &PolicyPack, rule: &str) -> Option<String> {
    match &pack.rule(rule)?.kind {
        RuleKind::After(after) => match after.timing {
            Timing::Counted(StepTiming::Within(span)) => Some(span.to_string()),
            _ => None,
        },
        _ => None,
    }
}

#[test]
fn what_is_not_said_anew_is_taken_over() {
    let pack = pack("");
    assert_eq!((pack.id.as_str(), pack.title.as_str(), pack.extends.as_deref()), ("900-02", "沿用的", Some("900-01")));
    assert_eq!(pack.rules.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["visit", "repair"]);
    assert_eq!(pack.client_term(), "住户");
    assert_eq!(within(&pack, "visit").as_deref(), Some("3 days"));
    assert_eq!((pack.targets.len(), pack.others.len(), pack.params.len()), (1, 1, 2));
}

#[test]
fn a_part_of_the_same_id_or_title_is_said_anew_as_a_whole() {
    let pack = pack(
        "[[rule]]\nid = \"repair\"\ntitle = \"报修回访\"\nkind = \"after\"\nmatter = \"repair\"\nmilestone = \"reported\"\n\
         within = \"5 days\"\nassign = \"经理\"\n\
         [[target]]\ntitle = \"回访率\"\nat_least = \"60%\"\n",
    );
    let repair = pack.rule("repair").expect("the rule");
    assert_eq!((repair.title.as_str(), repair.assign.role()), ("报修回访", Some("经理")));
    assert_eq!(within(&pack, "repair").as_deref(), Some("5 days"));
    assert_eq!(pack.rules.len(), 2);
    assert_eq!((pack.targets.len(), pack.targets[0].percent(), pack.targets[0].rules.len()), (1, 60.0, 0));
}

#[test]
fn a_parameter_or_a_term_is_said_anew_by_its_name_and_the_others_stay() {
    let pack = pack("[terms]\nclient = \"业主\"\n[params]\ndays = { label = \"几天内\", default = \"7 days\" }\n");
    assert_eq!((pack.client_term(), pack.terms["problem"].as_str()), ("业主", "问题单"));
    assert_eq!(within(&pack, "visit").as_deref(), Some("7 days"));
    assert_eq!(pack.params.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["post", "days"]);
}

#[test]
fn the_office_sets_parameters_that_were_taken_over() {
    let values = ParamValues::from([("days".to_owned(), FieldValue::from("9 days"))]);
    let pack = PolicyPack::parse_among(&head(""), &values, &texts).expect("a pack");
    assert_eq!(within(&pack, "visit").as_deref(), Some("9 days"));
}

#[test]
fn parts_may_be_left_out() {
    let left = pack("remove = [\"rule.repair\", \"target.回访率\", \"note.说明\"]");
    assert_eq!(left.rules.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["visit"]);
    assert_eq!((left.targets.len(), left.others.len()), (0, 0));
    let found = problems(&head("remove = [\"rule.nothing\"]"), &texts);
    assert_eq!((found[0].code, found[0].found.as_str()), ("unknown_name", "rule.nothing"));
}

#[test]
fn what_a_removed_parameter_was_for_is_missing() {
    let found = problems(&head("remove = [\"param.days\"]"), &texts);
    assert!(found.iter().any(|p| p.found == "$days"), "{found:?}");
    let both = pack("remove = [\"param.days\", \"rule.visit\", \"target.回访率\"]");
    assert_eq!(both.params.len(), 1);
}

#[test]
fn clauses_are_renamed_as_the_pack_says_and_others_are_dropped() {
    let carried = |pack: &PolicyPack, rule: &str| pack.rule(rule).expect("the rule").carried.ids();
    let none = pack("");
    assert_eq!((carried(&none, "visit"), carried(&none, "repair")), (Vec::<String>::new(), Vec::new()));
    let some = pack("[[same]]\nhere = \"900-02-08\"\nthere = \"900-01-02\"\ncount = 2\n");
    assert_eq!(carried(&some, "visit"), ["900-02-08", "900-02-09"]);
    assert_eq!(carried(&some, "repair"), Vec::<String>::new());
    let one = pack(
        "[[same]]\nhere = \"900-02-01\"\nthere = \"900-01-01\"\n[[same]]\nhere = \"900-02-99\"\nthere = \"900-01-04\"\n",
    );
    assert_eq!(one.params[0].carried.clauses, [("900-02-01".to_owned(), How::Runs)]);
    assert_eq!(carried(&one, "repair"), ["900-02-99"]);
}

#[test]
fn clauses_of_what_is_said_anew_are_the_pack_s_own() {
    let pack = pack(
        "[[same]]\nhere = \"900-02-01\"\nthere = \"900-01-04\"\n[[rule]]\nid = \"repair\"\ntitle = \"报修回访\"\nkind = \"after\"\n\
         matter = \"repair\"\nmilestone = \"finished\"\nwithin = \"5 days\"\nassign = \"经理\"\nclauses = [\"900-02-33\"]\n",
    );
    assert_eq!(pack.rule("repair").expect("the rule").carried.ids(), ["900-02-33"]);
}

#[test]
fn a_pack_may_extend_one_that_extends_another() {
    let middle = head("[[same]]\nhere = \"900-02-01\"\nthere = \"900-01-02\"\n");
    let texts = |id: &str| match id {
        "900-01" => Some(BASE.to_owned()),
        "900-02" => Some(middle.clone()),
        _ => None,
    };
    let last = head("[[same]]\nhere = \"900-03-05\"\nthere = \"900-02-01\"\n");
    let last =
        last.replace("id = \"900-02\"", "id = \"900-03\"").replace("extends = \"900-01\"", "extends = \"900-02\"");
    let pack = PolicyPack::parse_among(&last, &ParamValues::new(), &texts).expect("a pack");
    assert_eq!((pack.id.as_str(), pack.rules.len()), ("900-03", 2));
    assert_eq!(pack.rule("visit").expect("the rule").carried.ids(), ["900-03-05"]);
}

#[test]
fn a_pack_that_extends_itself_or_nothing_known_is_refused_where_it_says_so() {
    let own = head("");
    let itself = |_: &str| Some(own.clone());
    for found in [problems(&own, &itself), problems(&own, &|_| None)] {
        let told: Vec<_> = found.iter().map(|p| (p.line, p.code, p.found.as_str())).collect();
        assert!(told.contains(&(7, "unknown_name", "900-01")), "{told:?}");
    }
    let unreadable = |_: &str| Some("[pack\n".to_owned());
    assert_eq!((problems(&own, &unreadable)[0].line, problems(&own, &unreadable)[0].code), (7, "bad_value"));
}

#[test]
fn a_mistake_in_what_was_taken_over_is_told_where_the_pack_says_extends() {
    let wrong = BASE.replace("milestone = \"finished\"", "milestone = \"nothing\"");
    let texts = |_: &str| Some(wrong.clone());
    let found = problems(&head(""), &texts);
    let told: Vec<_> = found.iter().map(|p| (p.line, p.code, p.found.as_str())).collect();
    assert_eq!(told, [(7, "unknown_name", "nothing")]);
}
