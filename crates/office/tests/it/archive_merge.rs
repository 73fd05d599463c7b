//! Clients that were one: found, merged in one operation, parted again; and somebody else in a room.

use crate::common::{HOUSEHOLDS, Small, about_client, asked, at, complaints, day, lines, refusal};
use huifang_core::domain::ClientId;
use huifang_office::wire::{AcceptDoubt, ClientPair, MergeClients, MergeRef};

const TODAY: &str = "2026-09-29";

/// 甲一 twice: by room, and by another room under a name that sounds alike, with a complaint each.
fn twins() -> Small {
    let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TODAY));
    small.import("业主档案.csv", "房号,业主姓名,联系电话\n2栋1单元0201,甲医,13800000001\n", at(TODAY));
    let second = complaints(&[["TS9", "0101", "2026-09-28", "一般", ""]]).replace("1栋1单元0101", "2栋1单元0201");
    small.import("投诉登记2.csv", &second, at(TODAY));
    small
}

fn merge(small: &mut Small, take: &[&str]) -> String {
    let wish = MergeClients {
        keep: small.client("甲一"),
        merge: small.client("甲医"),
        take: take.iter().map(|field| (*field).to_owned()).collect(),
    };
    small.office.merge_clients(&wish, at(TODAY)).expect("they are merged").merge
}

fn part(small: &mut Small, merge: &str) -> Vec<String> {
    let parted = small.office.part_clients(&MergeRef { merge: merge.to_owned() }, at("2026-09-30"));
    parted.expect("they are parted").kept.into_iter().map(|kept| kept.label).collect()
}

#[test]
fn two_who_have_one_telephone_and_sound_alike_are_proposed_with_the_reason() {
    let small = twins();
    let list = small.office.duplicates(at(TODAY)).expect("pairs are listed");
    let pair = &list.pairs[0];
    let mut names = [pair.a.name.as_str(), pair.b.name.as_str()];
    names.sort_unstable();
    assert_eq!((names, pair.why.as_slice()), (["甲一", "甲医"], ["姓名同音、同电话".to_owned()].as_slice()));
}

#[test]
fn a_pair_that_is_none_is_not_proposed_again_until_its_data_are_others() {
    let mut small = twins();
    let pair = small.office.duplicates(at(TODAY)).expect("pairs are listed").pairs.remove(0);
    let accept = AcceptDoubt { doubt: pair.doubt, data: pair.data, reason: "父子".to_owned() };
    let bare = AcceptDoubt { reason: " ".to_owned(), ..accept.clone() };
    assert_eq!(refusal(small.office.accept_doubt(&bare, at(TODAY))).0, "reason_missing");
    small.office.accept_doubt(&accept, at(TODAY)).expect("it is put aside");
    assert_eq!(small.office.duplicates(at(TODAY)).expect("pairs are listed").total, 0);

    let edit = crate::archive::form_of(&small, "甲医");
    let edit = huifang_office::wire::ClientEdit { no: "YZ-7".to_owned(), ..edit };
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    assert_eq!(small.office.duplicates(at(TODAY)).expect("pairs are listed").total, 1);
}

#[test]
fn side_by_side_stand_the_fields_that_differ_and_what_each_has() {
    let small = twins();
    let pair = ClientPair { a: small.client("甲一"), b: small.client("甲医") };
    let look = small.office.compare_clients(&pair, at(TODAY)).expect("they are compared");
    let differing: Vec<_> = look.rows.iter().filter(|r| r.differs).map(|r| r.field.as_str()).collect();
    assert_eq!(differing, ["name", "place", "area"]);
    assert_eq!(look.rows.iter().find(|r| r.field == "area").map(|r| r.choose.as_str()), Some("a"), "b has none");
    assert_eq!((look.belongings[0].a.as_str(), look.belongings[0].b.as_str()), ("1", "1"));
}

#[test]
fn after_a_merge_everything_is_the_kept_ones() {
    let mut small = twins();
    let done = small.line(TODAY, "complaint", "TS9").id;
    small.office.record_follow_up(&asked(&done, "满意", "王芳"), at(TODAY)).expect("it is written");
    let gone = small.client("甲医");
    merge(&mut small, &["place"]);

    let kept = ClientId::from(small.client("甲一").as_str());
    let form = small.office.client_form(Some(&kept), at(TODAY)).expect("there is a form").edit;
    assert_eq!((form.name.as_str(), form.place.as_str()), ("甲一", "2栋1单元0201"));
    assert_eq!(small.office.find_clients("甲医", 2, at(TODAY)).expect("a search").total, 0);
    let states: Vec<_> = small.lines(TODAY).into_iter().filter(|l| l.rule == "complaint").collect();
    let states: Vec<_> = states.iter().map(|l| (l.about.as_str(), l.state)).collect();
    assert!(states.contains(&("TS1", "open")) && states.contains(&("TS9", "done")), "{states:?}");
    assert_eq!(states.iter().filter(|(_, state)| *state == "open").count(), 1, "what was done is not asked for again");

    // His old identifier means the kept one.
    let form = small.office.client_form(Some(&ClientId::from(gone.as_str())), at(TODAY)).expect("there is a form");
    assert_eq!(form.edit.client.as_deref(), Some(kept.as_str()));
}

#[test]
fn an_import_that_names_the_merged_one_finds_the_kept_one() {
    let mut small = twins();
    merge(&mut small, &[]);
    let outcome = small.import("业主档案.csv", "房号,业主姓名,联系电话\n2栋1单元0201,甲医,13800000001\n", at(TODAY));
    assert_eq!((outcome.plan.created, outcome.plan.rejected.len()), (0, 0));
    assert_eq!(small.office.find_clients("甲", 9, at(TODAY)).expect("a search").total, 1);
    let form = crate::archive::form_of(&small, "甲一");
    assert_eq!((form.name.as_str(), form.place.as_str()), ("甲一", "1栋1单元0101"), "what somebody chose stays chosen");
}

#[test]
fn parting_gives_both_back_exactly_as_they_were() {
    let mut small = twins();
    let done = small.line(TODAY, "complaint", "TS9").id;
    small.office.record_follow_up(&asked(&done, "满意", "王芳"), at(TODAY)).expect("it is written");
    let other = small.client("甲医");
    small.decide(about_client("do_not_contact", &other), at(TODAY));
    let facts = |small: &Small| {
        let (facts, _) = small.office.task_views(day(TODAY)).expect("the facts can be read");
        let mut facts = facts.facts;
        facts.clients.sort_by(|a, b| a.id.cmp(&b.id));
        facts.matters.sort_by(|a, b| a.id.cmp(&b.id));
        facts
    };
    let current = |small: &Small| {
        let mut lines = lines(&small.office, day(TODAY));
        lines.retain(|line| line.state != "withdrawn");
        lines
    };
    let (facts_before, tasks_before) = (facts(&small), current(&small));
    let number = merge(&mut small, &["name", "place"]);
    assert_ne!(facts(&small).clients, facts_before.clients);

    assert_eq!(part(&mut small, &number), Vec::<String>::new());
    let facts_after = facts(&small);
    assert_eq!(facts_after.clients, facts_before.clients);
    assert_eq!(facts_after.matters, facts_before.matters);
    assert_eq!(facts_after.records, facts_before.records);
    assert_eq!(facts_after.decisions, facts_before.decisions);
    assert_eq!(current(&small), tasks_before);
    let (code, _) = refusal(small.office.part_clients(&MergeRef { merge: number }, at(TODAY)));
    assert_eq!(code, "merge_undone");
}

#[test]
fn what_was_edited_or_came_after_a_merge_stays_and_is_listed() {
    let mut small = twins();
    let number = merge(&mut small, &["place"]);
    let edit = huifang_office::wire::ClientEdit { no: "YZ-9".to_owned(), ..crate::archive::form_of(&small, "甲一") };
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    let task = small.line(TODAY, "complaint", "TS1").id;
    small.office.record_follow_up(&asked(&task, "满意", "王芳"), at(TODAY)).expect("it is written");

    assert_eq!(part(&mut small, &number), ["编号", "2026-09-29 的回访"]);
    let form = crate::archive::form_of(&small, "甲一");
    assert_eq!((form.no.as_str(), form.place.as_str()), ("YZ-9", "1栋1单元0101"));
    assert_eq!(crate::archive::form_of(&small, "甲医").place, "2栋1单元0201");
}

#[test]
fn a_client_who_was_merged_further_is_parted_in_order() {
    let mut small = twins();
    let number = merge(&mut small, &[]);
    let wish = MergeClients { keep: small.client("乙二"), merge: small.client("甲一"), take: Vec::new() };
    let second = small.office.merge_clients(&wish, at(TODAY)).expect("they are merged").merge;
    let (code, _) = refusal(small.office.part_clients(&MergeRef { merge: number.clone() }, at(TODAY)));
    assert_eq!(code, "merged_further");
    part(&mut small, &second);
    part(&mut small, &number);
    assert_eq!(small.office.find_clients("甲", 9, at(TODAY)).expect("a search").total, 2);
}

#[test]
fn another_name_for_the_room_of_a_client_with_a_history_is_somebody_who_moved_in() {
    let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TODAY));
    let old = small.client("甲一");
    let list = HOUSEHOLDS.replace("甲一,13800000001", "新主,13911112222");
    let outcome = small.import("业主档案.csv", &list, at(TODAY));
    assert_eq!((outcome.plan.created, outcome.plan.warnings.len()), (1, 1));
    assert_eq!(outcome.plan.warnings[0].code.code(), "new_occupant");

    let task = small.line(TODAY, "complaint", "TS1");
    let sheet = small.office.explain(&task.id, at(TODAY)).expect("there is a sheet");
    assert_eq!(sheet.row.client.map(|c| c.name).as_deref(), Some("甲一"), "the complaint is not the buyer's");
    let page = small.office.client_archive(&ClientId::from(old.as_str()), at(TODAY)).expect("there is a page");
    assert_eq!(page.places.first().map(|p| p.value.as_str()), Some("至 2026-09-29"));

    let again = small.import("业主档案.csv", &list, at(TODAY));
    assert_eq!((again.plan.created, again.plan.updated), (0, 0), "the same list says nothing new");
    small.office.undo_import(outcome.import.expect("it was an import"), false, at(TODAY)).expect("it is undone");
    assert_eq!(crate::archive::form_of(&small, "甲一").place, "1栋1单元0101");
}

#[test]
fn another_spelling_with_the_same_telephone_is_a_new_name() {
    let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TODAY));
    let old = small.client("甲一");
    let list = HOUSEHOLDS.replace("甲一,13800000001", "甲壹,13800000001");
    let outcome = small.import("业主档案.csv", &list, at(TODAY));
    assert_eq!((outcome.plan.created, outcome.plan.updated), (0, 1));
    assert_eq!(small.client("甲壹"), old);
}
