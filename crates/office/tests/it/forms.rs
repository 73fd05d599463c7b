//! Forms beyond their answers: what a channel requires, what is said instead of an answer, drafts, and corrections.

use crate::common::{Small, asked, at, day, mended, reached, refusal};
use huifang_office::wire::{CorrectRecord, Decide, DraftRef, Gap, KeepDraft, RecordFollowUp, RecordRef};
use huifang_office::{NewOffice, Office, PackShelf};
use huifang_store::Store;
use serde_json::{Value, json};
use tempfile::TempDir;

pub const TUESDAY: &str = "2026-09-29";
const AFTER_HOLIDAYS: &str = "2026-10-08";

/// A pack that asks every kind of question after a complaint was handled.
const EVERY_KIND: &str = r#"
[pack]
id = "900-01"
title = "样样都问的回访制度"
sector = "property"
language = 1

[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 days"
channels = ["phone", "home_visit"]
assign = "物业助理"
form = "record"
clauses = []

[[loop]]
id = "dissatisfied"
rules = ["complaint"]
solve_within = "3 working_days"
fixer = "工程主管"
recheck_within = "3 days"
recheck_by = "物业助理"
channels = ["phone"]
form = "record"
clauses = []

[[form]]
id = "record"
title = "回访记录表"
clauses = []
fields = [
  { id = "timely", label = "处理及时性", type = "rating", levels = ["满意", "一般", "不满意"], dissatisfied = ["不满意"], required = true },
  { id = "effect", label = "处理效果", type = "rating", levels = ["满意", "一般", "不满意"], dissatisfied = ["不满意"], required = true },
  { id = "times", label = "来过几次", type = "number", min = 0, max = 20, unit = "次" },
  { id = "words", label = "建议", type = "text", lines = 3 },
  { id = "seen", label = "现场照片", type = "photo" },
  { id = "signed", label = "业主签名", type = "signature", required_by = ["home_visit"] },
]
"#;

/// A property office whose one complaint asks every kind of question.
pub fn asks_everything() -> Small {
    let dir = TempDir::new().expect("a folder for the office");
    let now = at(TUESDAY);
    let new = NewOffice {
        name: "某某花园".to_owned(),
        packs: vec!["900-01".to_owned()],
        effective_from: day("2026-01-01"),
        sample: false,
    };
    let packs = TempDir::new().expect("a folder for the pack");
    std::fs::create_dir(packs.path().join("900-01")).expect("a folder of that name");
    std::fs::write(packs.path().join("900-01/pack.toml"), EVERY_KIND).expect("it is written");
    let shelf = PackShelf::read(packs.path()).expect("the folder can be read");
    let office = Office::create(dir.path(), &new, &shelf, now).expect("the office is made");
    let mut small = Small { office, dir };
    small.import("员工.csv", crate::common::STAFF, now);
    small.import("业主档案.csv", crate::common::HOUSEHOLDS, now);
    small.import("投诉登记.csv", &crate::common::complaints(&[["TS1", "0101", "2026-09-28", "一般", ""]]), now);
    small
}

pub fn complaint(small: &Small) -> String {
    small.line(TUESDAY, "complaint", "TS1").id
}

/// Answers that satisfy everything that a telephone call requires.
pub fn content(words: &str) -> Value {
    json!({ "timely": "满意", "effect": "满意", "words": words })
}

pub fn visit(follow_up: RecordFollowUp) -> RecordFollowUp {
    RecordFollowUp { channel: "home_visit".to_owned(), ..follow_up }
}

fn without(follow_up: RecordFollowUp, field: &str, why: &str, reason: &str) -> RecordFollowUp {
    let mut follow_up = follow_up;
    let task = follow_up.tasks.first_mut().expect("it answers a task");
    task.answers.remove(field);
    task.unanswered.insert(field.to_owned(), Gap { why: why.to_owned(), reason: reason.to_owned() });
    follow_up
}

#[test]
fn what_a_channel_requires_is_asked_of_that_channel_and_of_no_other() {
    let mut small = asks_everything();
    let call = reached(&complaint(&small), content(""));
    let (code, text) = refusal(small.office.record_follow_up(&visit(call.clone()), at(TUESDAY)));
    assert_eq!((code, text.as_str()), ("form_incomplete", "还有必填项没有填:业主签名"));
    small.office.record_follow_up(&call, at(TUESDAY)).expect("a call needs no signature");
}

#[test]
fn a_number_has_bounds_and_says_them() {
    let mut small = asks_everything();
    let task = complaint(&small);
    let with = |times: Value| reached(&task, json!({ "timely": "满意", "effect": "满意", "times": times }));
    for wrong in [json!(21), json!(-1), json!("21")] {
        let (code, text) = refusal(small.office.record_follow_up(&with(wrong), at(TUESDAY)));
        assert_eq!(code, "form_invalid");
        assert!(text.contains("「来过几次」应是一个数,0 到 20"), "{text}");
    }
    small.office.record_follow_up(&with(json!(0)), at(TUESDAY)).expect("nought is a number, and an answer");
}

#[test]
fn a_required_question_may_stay_open_with_a_reason_and_then_never_means_satisfied() {
    let mut small = asks_everything();
    let call = reached(&complaint(&small), content(""));
    let mute = without(call.clone(), "effect", "unknown", "  ");
    assert_eq!(refusal(small.office.record_follow_up(&mute, at(TUESDAY))).0, "form_invalid");
    let strange = without(call.clone(), "effect", "forgot", "忘了");
    assert_eq!(refusal(small.office.record_follow_up(&strange, at(TUESDAY))).0, "bad_value");

    let open = without(call, "effect", "refused", "不愿评价");
    let foreseen = small.office.foresee(&open, at(TUESDAY)).expect("it can be foreseen");
    assert_eq!(foreseen.lines, ["没有问到是否满意:不计为满意"]);
    let written = small.office.record_follow_up(&open, at(TUESDAY)).expect("it is written");
    let sheet = small.office.record_sheet(&RecordRef { record: written.record }).expect("it is there");
    assert_eq!(sheet.record.satisfied, None, "one answer was satisfied, the other is not known");
    let shown = sheet.record.answers.iter().find(|a| a.label == "处理效果").map(|a| a.value.as_str());
    assert_eq!(shown, Some("拒答(不愿评价)"));
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "done", "the call was made");
}

#[test]
fn one_dissatisfied_answer_is_dissatisfied_whatever_stays_open() {
    let mut small = asks_everything();
    let call = reached(&complaint(&small), json!({ "timely": "不满意", "effect": "满意" }));
    let open = without(call, "effect", "unknown", "没问到");
    let written = small.office.record_follow_up(&open, at(TUESDAY)).expect("it is written");
    assert_eq!(written.problems.len(), 1);
}

#[test]
fn a_recheck_must_learn_whether_the_client_is_satisfied() {
    let mut small = asks_everything();
    let call = reached(&complaint(&small), json!({ "timely": "不满意", "effect": "满意" }));
    let problem = small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written").problems.remove(0);
    small.office.rectify(&mended(&problem.matter, "孙工"), at(AFTER_HOLIDAYS)).expect("it is written");
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", &problem.no).id;
    let call = RecordFollowUp { by: Some("李娜".to_owned()), ..reached(&recheck, content("")) };
    let open = without(call, "effect", "refused", "不愿评价");
    assert_eq!(refusal(small.office.record_follow_up(&open, at(AFTER_HOLIDAYS))).0, "recheck_unanswered");
}

fn draft(key: &str, words: &str) -> KeepDraft {
    KeepDraft {
        kind: "call".to_owned(),
        key: key.to_owned(),
        title: "甲一 · 投诉回访".to_owned(),
        body: json!({ "note": words }),
        field: "note".to_owned(),
        cursor: Some(2),
    }
}

/// The office's files as a process that was killed leaves them: nothing was closed.
fn crashed(small: &Small) -> TempDir {
    let left = TempDir::new().expect("a folder");
    for entry in std::fs::read_dir(small.dir.path()).expect("the office's folder") {
        let entry = entry.expect("an entry");
        if entry.file_name().to_string_lossy().starts_with("office.db") {
            std::fs::copy(entry.path(), left.path().join(entry.file_name())).expect("it is copied");
        }
    }
    left
}

fn named(kind: &str, key: &str) -> DraftRef {
    DraftRef { kind: kind.to_owned(), key: key.to_owned() }
}

#[test]
fn a_half_filled_form_is_there_after_a_crash_with_field_and_cursor_and_leaves_the_audit_alone() {
    let mut small = asks_everything();
    let head =
        |folder: &TempDir| Store::open(folder.path(), None).expect("it opens").read().audit_head().expect("a head");
    let before = head(&crashed(&small));
    let kept = small.office.keep_draft(&draft("t1", "电梯"), at(TUESDAY)).expect("it is kept");
    small.office.keep_draft(&draft("t1", "电梯又停"), at(TUESDAY)).expect("it is kept");
    assert_eq!(kept.at, "2026-09-29 09:00");
    let left = crashed(&small);
    assert_eq!(head(&left), before, "a draft is no fact");

    let office = Office::open(left.path(), at(TUESDAY)).expect("it opens");
    let drafts = office.drafts(at(TUESDAY)).expect("they can be read");
    let [row] = &drafts[..] else { panic!("one draft, found {drafts:?}") };
    assert_eq!((row.field.as_str(), row.cursor, &row.body), ("note", Some(2), &json!({ "note": "电梯又停" })));
}

#[test]
fn a_draft_belongs_to_its_author_and_goes_when_it_is_saved_or_thrown_away() {
    let mut small = asks_everything();
    let task = complaint(&small);
    let [wang, li] = ["王芳", "李娜"].map(|name| Some(huifang_core::domain::StaffId(small.staff(name))));
    small.office.sign_in(wang.clone(), at(TUESDAY)).expect("she works here");
    small.office.keep_draft(&draft(&task, "电梯"), at(TUESDAY)).expect("it is kept");
    small.office.keep_draft(&draft("other", "电梯"), at(TUESDAY)).expect("it is kept");

    small.office.sign_in(li, at(TUESDAY)).expect("she works here");
    assert_eq!(small.office.drafts(at(TUESDAY)).expect("they can be read"), []);
    small.office.drop_draft(&named("call", &task)).expect("there is none of hers");

    small.office.sign_in(wang, at(TUESDAY)).expect("she works here");
    assert_eq!(small.office.drafts(at(TUESDAY)).expect("they can be read").len(), 2);
    small.office.record_follow_up(&reached(&task, content("")), at(TUESDAY)).expect("it is written");
    small.office.drop_draft(&named("call", "other")).expect("it is thrown away");
    assert_eq!(small.office.drafts(at(TUESDAY)).expect("they can be read"), []);
}

#[test]
fn a_draft_is_of_a_form_that_there_is() {
    let mut small = asks_everything();
    for kind in ["call", "matter", "client", "round"] {
        let known = KeepDraft { kind: kind.to_owned(), ..draft("t1", "") };
        small.office.keep_draft(&known, at(TUESDAY)).expect("it is kept");
    }
    let strange = KeepDraft { kind: "letter".to_owned(), ..draft("t1", "") };
    assert_eq!(refusal(small.office.keep_draft(&strange, at(TUESDAY))).0, "draft_kind");
    let long = KeepDraft { body: json!("长".repeat(500_000)), ..draft("t1", "") };
    assert_eq!(refusal(small.office.keep_draft(&long, at(TUESDAY))).0, "draft_too_long");
}

/// The record as it stands, with other answers.
fn corrected(small: &Small, record: &str, answers: Value, reason: &str) -> CorrectRecord {
    let sheet = small.office.record_sheet(&RecordRef { record: record.to_owned() }).expect("it is there");
    let tasks = sheet.tasks.into_iter().map(|mut task| {
        let Value::Object(answers) = answers.clone() else { panic!("answers are an object") };
        task.answers.extend(answers);
        task
    });
    CorrectRecord {
        record: record.to_owned(),
        tasks: tasks.collect(),
        channel: sheet.record.channel,
        on: sheet.record.on,
        note: sheet.record.note,
        reason: reason.to_owned(),
    }
}

/// A property office under 002-12 with a complaint that was answered so.
fn answered(satisfied: &str) -> (Small, String) {
    let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TUESDAY));
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let written = small.office.record_follow_up(&asked(&task, satisfied, "王芳"), at(TUESDAY)).expect("it is written");
    (small, written.record)
}

#[test]
fn a_correction_stands_in_the_place_of_the_record_that_stays_and_both_say_so() {
    let (mut small, record) = answered("满意");
    let wish = corrected(&small, &record, json!({ "content": "电梯已修好" }), "听错了");
    let new = small.office.correct_record(&wish, at("2026-09-30")).expect("it is written").record;
    let brief = |id: &str| small.office.record_sheet(&RecordRef { record: id.to_owned() }).expect("it is there").record;
    let (old, new) = (brief(&record), brief(&new));
    assert_eq!((old.voided, old.corrected, old.correction.as_str()), (true, true, ""));
    assert_eq!((new.voided, new.corrected, new.correction.as_str()), (false, false, "听错了"));
    assert_eq!(new.answers[0].value, "电梯已修好");
    assert_eq!((new.on, new.by), (old.on, old.by), "who called when is not corrected by correcting an answer");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "done", "the task is settled as before");
}

#[test]
fn a_correction_needs_a_reason_the_same_tasks_and_the_latest_version() {
    let (mut small, record) = answered("满意");
    let now = at(TUESDAY);
    let wish = corrected(&small, &record, json!({}), "听错了");
    let mute = CorrectRecord { reason: " ".to_owned(), ..wish.clone() };
    assert_eq!(refusal(small.office.correct_record(&mute, now)).0, "reason_missing");
    let other = CorrectRecord { tasks: Vec::new(), ..wish.clone() };
    assert_eq!(refusal(small.office.correct_record(&other, now)).0, "other_tasks");
    let wrong = corrected(&small, &record, json!({ "satisfied": "还行" }), "听错了");
    assert_eq!(refusal(small.office.correct_record(&wrong, now)).0, "form_invalid");
    small.office.correct_record(&wish, now).expect("it is written");
    assert_eq!(refusal(small.office.correct_record(&wish, now)).0, "record_voided");
}

#[test]
fn a_problem_that_the_wrong_answer_raised_is_taken_back_and_one_that_the_right_one_raises_is_raised() {
    let (mut small, record) = answered("不满意");
    assert_eq!(small.office.problems(at(TUESDAY)).expect("they can be listed").len(), 1);
    let wish = corrected(&small, &record, json!({ "satisfied": "满意" }), "记反了");
    let second = small.office.correct_record(&wish, at(TUESDAY)).expect("it is written").record;
    assert_eq!(small.office.problems(at(TUESDAY)).expect("they can be listed"), []);
    assert!(small.lines(TUESDAY).iter().all(|l| l.rule != "dissatisfied.rectify" || l.state == "withdrawn"));

    let wish = corrected(&small, &second, json!({ "satisfied": "不满意" }), "还是记对了");
    let written = small.office.correct_record(&wish, at(TUESDAY)).expect("it is written");
    assert_eq!(written.problems.len(), 1);
    assert_eq!(small.line(TUESDAY, "dissatisfied.rectify", &written.problems[0].no).state, "open");
}

#[test]
fn a_problem_goes_on_under_the_correction_and_is_told_in_its_words() {
    let (mut small, record) = answered("不满意");
    let before = small.office.problems(at(TUESDAY)).expect("they can be listed").remove(0);
    let wish = CorrectRecord {
        note: "是门机皮带松了".to_owned(), ..corrected(&small, &record, json!({}), "补充原话")
    };
    let written = small.office.correct_record(&wish, at(TUESDAY)).expect("it is written");
    let after = small.office.problems(at(TUESDAY)).expect("they can be listed").remove(0);
    assert_eq!((after.no, after.deadline), (before.no, before.deadline));
    assert_eq!(after.text, "是门机皮带松了");

    // It is the correction's now: striking that out takes it back.
    let void = huifang_office::wire::VoidRecord { record: written.record, reason: "记错了户".to_owned() };
    small.office.void_record(&void, at(TUESDAY)).expect("it is struck out");
    assert_eq!(small.office.problems(at(TUESDAY)).expect("they can be listed"), []);
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open");
}

#[test]
fn a_recheck_that_was_written_down_wrongly_opens_the_problem_again() {
    let (mut small, _) = answered("不满意");
    let problem = small.office.problems(at(TUESDAY)).expect("they can be listed").remove(0);
    small.office.rectify(&mended(&problem.matter, "孙工"), at(AFTER_HOLIDAYS)).expect("it is written");
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", &problem.no).id;
    let call = asked(&recheck, "满意", "李娜");
    let record = small.office.record_follow_up(&call, at(AFTER_HOLIDAYS)).expect("it is written").record;
    let closed = |small: &Small| {
        small.office.problems(at(AFTER_HOLIDAYS)).expect("they can be listed").remove(0).closed.is_some()
    };
    assert!(closed(&small));
    let wish = corrected(&small, &record, json!({ "satisfied": "不满意" }), "听错了");
    let second = small.office.correct_record(&wish, at(AFTER_HOLIDAYS)).expect("it is written").record;
    assert!(!closed(&small));

    // Somebody has worked on it since: then the answer before that is no longer changed.
    small.office.rectify(&mended(&problem.matter, "孙工"), at(AFTER_HOLIDAYS)).expect("it is written");
    let wish = corrected(&small, &second, json!({ "satisfied": "满意" }), "又听错了");
    assert_eq!(refusal(small.office.correct_record(&wish, at(AFTER_HOLIDAYS))).0, "correction_too_late");
}

#[test]
fn a_correction_stands_among_the_acts_where_the_record_stood() {
    let (mut small, record) = answered("满意");
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    small.decide(Decide { reason: "要再问一次".to_owned(), ..crate::common::about_task("reopen", &task) }, at(TUESDAY));
    let state = |small: &Small| small.line(TUESDAY, "complaint", "TS1").state;
    assert_eq!(state(&small), "open");
    let wish = corrected(&small, &record, json!({ "content": "电梯已修好" }), "听错了");
    small.office.correct_record(&wish, at(TUESDAY)).expect("it is written");
    assert_eq!(state(&small), "open", "what was said later than the contact still counts");
}
