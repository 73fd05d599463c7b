//! Draws: a person draws once for each period; what was drawn stays drawn, whatever is corrected later (DESIGN 6.7).

use crate::common::{STAFF, Small, about_client, about_task, at, complaints, listing, reached, refusal};
use calamine::{Reader, Xlsx, open_workbook};
use huifang_core::domain::{DrawId, short_hash};
use huifang_office::Seed;
use huifang_office::wire::{DrawSheet, DrawnRow, ReplaceDrawn, VoidDraw, Worklist};
use serde_json::json;

const TUESDAY: &str = "2026-09-29";
const MONDAY_BEFORE: &str = "2026-09-21";

/// Thirty households under 002-09, which has ten of all drawn each month who neither complained nor had a repair.
fn office() -> Small {
    let mut small = Small::new(&["002-09"], "2026-09-01", at(MONDAY_BEFORE));
    small.import("员工.csv", STAFF, at(MONDAY_BEFORE));
    small.import("业主档案.csv", &households(1..=30), at(MONDAY_BEFORE));
    let manager = small.staff("赵总");
    small.office.sign_in(Some(manager.as_str().into()), at(MONDAY_BEFORE)).expect("he works here");
    small
}

fn households(numbers: std::ops::RangeInclusive<u32>) -> String {
    let row = |n: u32| format!("1栋1单元{n:04},户主{n:02},138000{n:05},90\n");
    "房号,业主姓名,联系电话,面积\n".to_owned() + &numbers.map(row).collect::<String>()
}

/// The task that asks for the draw of September.
fn september(small: &Small) -> String {
    draw_tasks(small, MONDAY_BEFORE).remove(0)
}

fn draw_tasks(small: &Small, today: &str) -> Vec<String> {
    let of_office = small.lines(today).into_iter().filter(|l| l.rule == "monthly" && l.about.is_empty());
    let mut found: Vec<_> = of_office.map(|l| (l.due, l.id)).collect();
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

fn agreed(text: &str) -> Seed {
    Seed::Agreed(text.to_owned())
}

fn draw(small: &mut Small, seed: &str) -> String {
    let task = september(small);
    small.office.draw(&task, None, &agreed(seed), at(MONDAY_BEFORE)).expect("it is drawn").draw
}

fn sheet(small: &Small, draw: &str, whole: bool) -> DrawSheet {
    small.office.draw_sheet(&DrawId::from(draw), whole, at(MONDAY_BEFORE)).expect("a sheet")
}

fn taken(sheet: &DrawSheet) -> Vec<&DrawnRow> {
    sheet.ranking.iter().filter(|row| row.state == "taken").collect()
}

/// Names of the clients whom the rule asks for.
fn asked(small: &Small, today: &str) -> Vec<String> {
    let lines = small.lines(today).into_iter();
    let asked = lines.filter(|l| l.rule == "monthly" && !l.about.is_empty() && l.state != "withdrawn");
    let mut names: Vec<_> = asked.map(|l| l.about).collect();
    names.sort();
    names
}

fn names(rows: &[&DrawnRow]) -> Vec<String> {
    let mut names: Vec<_> = rows.iter().map(|row| row.name.clone()).collect();
    names.sort();
    names
}

fn replaced(draw: &str, rank: u32, reason: &str) -> ReplaceDrawn {
    ReplaceDrawn { draw: draw.to_owned(), rank, reason: reason.to_owned() }
}

fn void(draw: &str) -> VoidDraw {
    VoidDraw { draw: draw.to_owned(), approver: "赵总".to_owned(), reason: "名单导入漏了二栋".to_owned() }
}

#[test]
fn the_frame_is_looked_at_before_anything_is_drawn() {
    let small = office();
    let before = small.lines(MONDAY_BEFORE);
    let frame = small.office.frame(&september(&small), at(MONDAY_BEFORE)).expect("a frame");
    assert_eq!((frame.population, frame.take, frame.strata.len()), (30, 10, 0));
    assert_eq!((frame.hash.len(), frame.about.title.as_str(), frame.due.as_str()), (16, "日常抽访", "2026-09-30"));
    assert_eq!(frame.about.period, "2026年9月(2026-09-01 至 2026-09-30)");
    assert!(
        frame.about.words.contains("抽 10 至 15 个") && frame.about.clauses[0].id == "002-09-29",
        "{:?}",
        frame.about
    );
    assert_eq!(small.lines(MONDAY_BEFORE), before, "looking draws nothing");
}

#[test]
fn who_is_drawn_is_asked_for_at_once_and_the_draw_is_done() {
    let mut small = office();
    let task = september(&small);
    assert_eq!(asked(&small, MONDAY_BEFORE), Vec::<String>::new());
    let seen = small.office.frame(&task, at(MONDAY_BEFORE)).expect("a frame").hash;
    let drawn = small.office.draw(&task, Some(&seen), &agreed("3 5 1 6"), at(MONDAY_BEFORE)).expect("it is drawn");
    assert_eq!((drawn.taken, drawn.line.as_str()), (10, "已从 30 中抽出 10 个,抽中的已列入名单"));
    let sheet = sheet(&small, &drawn.draw, false);
    assert_eq!((sheet.ranking.len(), &sheet.row.hash), (10, &seen));
    assert_eq!(asked(&small, MONDAY_BEFORE), names(&taken(&sheet)));
    let line = small.lines(MONDAY_BEFORE).into_iter().find(|l| l.id == task).expect("the draw's task");
    assert_eq!(line.state, "done");
}

#[test]
fn a_second_draw_of_the_period_is_refused_and_the_next_period_has_its_own() {
    let mut small = office();
    draw(&mut small, "一");
    let task = september(&small);
    for result in [
        small.office.frame(&task, at(TUESDAY)).map(|_| ()),
        small.office.draw(&task, None, &Seed::System, at(TUESDAY)).map(|_| ()),
    ] {
        let (code, text) = refusal(result);
        assert_eq!(code, "already_drawn");
        assert!(text.contains("2026-09-21") && text.contains("作废"), "{text}");
    }
    let october = draw_tasks(&small, TUESDAY).remove(1);
    assert_eq!(refusal(small.office.frame(&october, at(TUESDAY))).0, "draw_too_early");
    small.office.plan(at("2026-10-08")).expect("a new day");
    small.office.draw(&october, None, &Seed::System, at("2026-10-08")).expect("October is drawn");
    assert_eq!(small.office.draws().expect("the draws").len(), 2);
}

#[test]
fn a_period_that_is_over_is_not_drawn_for() {
    let mut small = office();
    let task = september(&small);
    small.office.plan(at("2026-10-08")).expect("a new day");
    assert_eq!(refusal(small.office.frame(&task, at("2026-10-08"))).0, "draw_too_late");
}

#[test]
fn what_is_no_draw_cannot_be_drawn() {
    let mut small = office();
    draw(&mut small, "一");
    let call = small.lines(MONDAY_BEFORE).into_iter().find(|l| l.about.starts_with("户主")).expect("a call").id;
    assert_eq!(refusal(small.office.frame(&call, at(MONDAY_BEFORE))).0, "not_a_draw");
    assert_eq!(refusal(small.office.frame("没有", at(MONDAY_BEFORE))).0, "not_found");
}

#[test]
fn people_who_came_in_after_somebody_looked_are_not_drawn_from_unseen() {
    let mut small = office();
    let task = september(&small);
    let seen = small.office.frame(&task, at(MONDAY_BEFORE)).expect("a frame").hash;
    small.import("二批.csv", &households(31..=40), at(MONDAY_BEFORE));
    let late = small.office.draw(&task, Some(&seen), &Seed::System, at(MONDAY_BEFORE));
    assert_eq!(refusal(late).0, "frame_changed");
    assert!(small.office.draws().expect("the draws").is_empty(), "nothing was written");
}

#[test]
fn the_same_seed_draws_the_same_and_the_system_never_gives_one_twice() {
    let mut all = Vec::new();
    for seed in [agreed("3 5"), agreed("3 5"), agreed("3 6"), Seed::System, Seed::System] {
        let mut small = office();
        let task = september(&small);
        let draw = small.office.draw(&task, None, &seed, at(MONDAY_BEFORE)).expect("it is drawn").draw;
        let sheet = sheet(&small, &draw, true);
        assert_eq!(sheet.row.agreed, seed != Seed::System);
        all.push(sheet.ranking.into_iter().map(|row| row.name).collect::<Vec<_>>());
    }
    assert_eq!(all[0], all[1]);
    assert!(all[0] != all[2] && all[3] != all[4]);
    let mut small = office();
    let task = september(&small);
    let forged = agreed(&"0a".repeat(16));
    assert_eq!(refusal(small.office.draw(&task, None, &forged, at(MONDAY_BEFORE))).0, "bad_seed");
}

#[test]
fn facts_that_are_corrected_later_do_not_draw_again() {
    let mut small = office();
    let draw = draw(&mut small, "一");
    let before = sheet(&small, &draw, true);
    let drawn = asked(&small, MONDAY_BEFORE);
    small.import("二批.csv", &households(31..=60), at(MONDAY_BEFORE));
    let complained = taken(&before)[0].place.rsplit("单元").next().expect("a room").to_owned();
    let rows = [["TS1", complained.as_str(), "2026-09-20", "一般", ""]];
    small.import("投诉登记.csv", &complaints(&rows), at(MONDAY_BEFORE));
    small.office.plan(at(TUESDAY)).expect("everything is planned again");
    assert_eq!(asked(&small, TUESDAY), drawn, "who complains after the draw stays drawn");
    assert_eq!(sheet(&small, &draw, true), before);
}

#[test]
fn the_next_rank_takes_the_place_of_who_cannot_be_reached_with_a_reason() {
    let mut small = office();
    let draw = draw(&mut small, "一");
    let before = sheet(&small, &draw, true);
    let (first, eleventh) = (before.ranking[0].clone(), before.ranking[10].clone());
    assert_eq!((first.state.as_str(), eleventh.state.as_str()), ("taken", "rest"));
    let no_reason = small.office.replace(&replaced(&draw, 1, " "), at(TUESDAY));
    assert_eq!(refusal(no_reason).0, "reason_missing");
    let changed = small.office.replace(&replaced(&draw, 1, "全家出国"), at(TUESDAY)).expect("it is replaced");
    assert_eq!(changed.line, format!("{} 由第 11 名 {} 替补", first.name, eleventh.name));
    let after = sheet(&small, &draw, true);
    assert_eq!((after.ranking[0].state.as_str(), after.ranking[10].state.as_str()), ("replaced", "taken"));
    assert_eq!(after.ranking[0].replaced, "全家出国(2026-09-29,赵总)");
    assert_eq!(asked(&small, TUESDAY), names(&taken(&after)));
    for rank in [1, 12, 0, 99] {
        assert_eq!(refusal(small.office.replace(&replaced(&draw, rank, "再换"), at(TUESDAY))).0, "not_drawn", "{rank}");
    }
}

#[test]
fn who_was_followed_up_is_not_replaced_and_at_the_end_nobody_is_left() {
    let mut small = office();
    let draw = draw(&mut small, "一");
    let name = sheet(&small, &draw, true).ranking[0].name.clone();
    let task = small.line(MONDAY_BEFORE, "monthly", &name).id;
    let answers = json!({ "opinion": "没有", "satisfied": "满意" });
    small.office.record_follow_up(&reached(&task, answers), at(TUESDAY)).expect("it is written");
    assert_eq!(refusal(small.office.replace(&replaced(&draw, 1, "换人"), at(TUESDAY))).0, "already_done");
    for rank in 2..22 {
        small.office.replace(&replaced(&draw, rank, "没人在家"), at(TUESDAY)).expect("there is a next rank");
    }
    let last = small.office.replace(&replaced(&draw, 22, "没人在家"), at(TUESDAY));
    assert_eq!(refusal(last).0, "no_next_rank");
}

#[test]
fn a_draw_is_taken_back_with_approval_and_drawn_again_with_another_seed() {
    let mut small = office();
    let first = draw(&mut small, "一");
    let nobody = VoidDraw { approver: String::new(), ..void(&first) };
    assert_eq!(refusal(small.office.void_draw(&nobody, at(TUESDAY))).0, "approver_missing");
    let no_reason = VoidDraw { reason: String::new(), ..void(&first) };
    assert_eq!(refusal(small.office.void_draw(&no_reason, at(TUESDAY))).0, "reason_missing");
    let stranger = VoidDraw { approver: "某人".to_owned(), ..void(&first) };
    assert_eq!(refusal(small.office.void_draw(&stranger, at(TUESDAY))).0, "not_found");

    small.office.void_draw(&void(&first), at(TUESDAY)).expect("it is taken back");
    assert_eq!(asked(&small, TUESDAY), Vec::<String>::new());
    assert_eq!(refusal(small.office.void_draw(&void(&first), at(TUESDAY))).0, "draw_voided");
    assert_eq!(refusal(small.office.replace(&replaced(&first, 1, "换人"), at(TUESDAY))).0, "draw_voided");

    let task = september(&small);
    assert_eq!(refusal(small.office.draw(&task, None, &agreed("一"), at(TUESDAY))).0, "seed_used");
    let second = small.office.draw(&task, None, &agreed("二"), at(TUESDAY)).expect("it is drawn again").draw;
    assert_eq!(asked(&small, TUESDAY), names(&taken(&sheet(&small, &second, false))));
    let draws = small.office.draws().expect("the draws");
    let known: Vec<_> = draws.iter().map(|row| (row.draw.as_str(), row.voided.is_some())).collect();
    assert_eq!(known, [(second.as_str(), false), (first.as_str(), true)], "both stay visible");
    let voided = draws[1].voided.clone().expect("it was taken back");
    assert_eq!((voided.approver.as_str(), voided.reason.as_str()), ("赵总", "名单导入漏了二栋"));
}

#[test]
fn what_was_done_before_a_draw_was_taken_back_stays_done() {
    let mut small = office();
    let draw = draw(&mut small, "一");
    let name = sheet(&small, &draw, false).ranking[0].name.clone();
    let task = small.line(MONDAY_BEFORE, "monthly", &name).id;
    let answers = json!({ "opinion": "没有", "satisfied": "满意" });
    small.office.record_follow_up(&reached(&task, answers), at(TUESDAY)).expect("it is written");
    small.office.void_draw(&void(&draw), at(TUESDAY)).expect("it is taken back");
    assert_eq!(small.line(TUESDAY, "monthly", &name).state, "done");
}

#[test]
fn nobody_is_contacted_because_of_a_draw_who_must_not_be() {
    let mut small = office();
    let quiet = small.client("户主05");
    small.decide(about_client("do_not_contact", &quiet), at(MONDAY_BEFORE));
    let task = september(&small);
    let frame = small.office.frame(&task, at(MONDAY_BEFORE)).expect("a frame");
    assert_eq!(frame.population, 29);
}

#[test]
fn the_list_of_draws_says_how_each_was_made() {
    let mut small = office();
    let draw = draw(&mut small, "3 5 1 6");
    small.office.replace(&replaced(&draw, 2, "全家出国"), at(TUESDAY)).expect("it is replaced");
    let rows = small.office.draws().expect("the draws");
    let [row] = &rows[..] else { panic!("one draw, found {rows:?}") };
    assert_eq!((row.title.as_str(), row.on.as_str(), row.by.as_str()), ("日常抽访", MONDAY_BEFORE, "赵总"));
    assert_eq!((row.seed.as_str(), row.agreed, row.population), ("3 5 1 6", true, 30));
    assert_eq!((row.taken, row.replaced, row.voided.clone()), (10, 1, None));
}

#[test]
fn the_sheet_has_the_whole_ranking_and_goes_into_a_workbook() {
    let mut small = office();
    let draw = draw(&mut small, "3 5 1 6");
    small.office.replace(&replaced(&draw, 2, "全家出国"), at(TUESDAY)).expect("it is replaced");
    let sheet = sheet(&small, &draw, true);
    assert_eq!(sheet.ranking.iter().map(|row| row.rank).collect::<Vec<_>>(), (1..=30).collect::<Vec<_>>());
    assert_eq!(sheet.signatures, ["抽样人", "见证人", "日期"]);
    assert!(sheet.ranking.iter().all(|row| row.key == format!("{}||", row.client.as_deref().expect("a client"))));

    let path = small.dir.path().join("抽样单.xlsx");
    let written = small.office.export_draw(&DrawId::from(draw.as_str()), &path, at(TUESDAY)).expect("a workbook");
    assert_eq!(written.rows, 30);
    let mut book: Xlsx<_> = open_workbook(&path).expect("it is a workbook");
    let range = book.worksheet_range_at(0).expect("it has a sheet").expect("it can be read");
    let cells: Vec<String> = range.rows().flatten().map(ToString::to_string).collect();
    for said in [sheet.row.hash.as_str(), "3 5 1 6(事先约定)", "全家出国(2026-09-29,赵总)", "已替补", "见证人:"]
    {
        assert!(cells.iter().any(|cell| cell.contains(said)), "{said}");
    }
    for row in &sheet.ranking {
        assert!(cells.contains(&row.name), "{}", row.name);
    }
}

/// As the sheet itself tells it, with nothing but what is printed on it.
#[test]
fn whoever_has_the_sheet_makes_ranking_and_hash_again() {
    let mut small = office();
    let draw = draw(&mut small, "3 5 1 6");
    let sheet = sheet(&small, &draw, true);
    let mut keys: Vec<&str> = sheet.ranking.iter().map(|row| row.key.as_str()).collect();
    let by_lot = keys.clone();
    keys.sort_by_key(|key| short_hash(&[&sheet.row.seed, key]));
    assert_eq!(keys, by_lot);
    keys.sort_by_key(|key| key.split('|').collect::<Vec<_>>());
    assert_eq!(short_hash(&keys), sheet.row.hash);
}

#[test]
fn a_draw_cannot_be_finished_without_drawing_but_it_can_be_waived() {
    let mut small = office();
    let task = september(&small);
    let finish = refusal(small.office.decide(&about_task("finish", &task), at(TUESDAY)));
    assert_eq!(finish.0, "finish_draw");
    assert_eq!(refusal(small.office.record_follow_up(&reached(&task, json!({})), at(TUESDAY))).0, "not_a_contact");
    small.decide(about_task("waive", &task), at(TUESDAY));
    assert_eq!(refusal(small.office.frame(&task, at(TUESDAY))).0, "already_done");
}

#[test]
fn the_draw_stands_among_the_office_work_and_the_drawn_among_the_calls() {
    let mut small = office();
    let list = |small: &Small, tab: &str| -> Worklist {
        small.office.list(&listing(tab), at(MONDAY_BEFORE)).expect("the list")
    };
    let work = list(&small, "office");
    let draws: Vec<_> = work.rows.iter().filter(|row| row.settled_by == "draw").map(|row| &row.title).collect();
    assert_eq!(draws, ["日常抽访 · 抽样", "成批入伙抽访 · 抽样"]);
    draw(&mut small, "一");
    assert!(list(&small, "office").rows.iter().all(|row| row.rule != "monthly"));
    let calls = list(&small, "all");
    assert_eq!(calls.rows.iter().filter(|row| row.rule == "monthly" && row.settled_by == "record").count(), 10);
}
