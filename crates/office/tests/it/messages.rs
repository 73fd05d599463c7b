//! Messages: texts with placeholders, whom they go to and whom not, what being sent comes to, and the calendar.

use crate::common::{Small, about_client, at, import, lines};
use calamine::{Data, Reader, Xlsx, open_workbook};
use huifang_office::wire::{Composed, Desk, MessagesSent, WireError, dispatch};
use huifang_office::{Office, PackShelf};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The day of the Mid-Autumn festival.
const MID_AUTUMN: &str = "2026-09-25";

const CLIENTS: &str = "\
编号,姓名,性别,联系电话,微信,出生日期,房号
K1,王秀英,女,13800000001,wxy,1954-10-05,1-101
K2,李强,男,13800000002,,1980-10-01,1-102
K3,欧阳敏,女,010-66668888,oym,1954-10-05,
K4,赵六,男,,,1990-01-01,1-104
K5,=1+1,男,13800000005,,1979-09-28,1-105
";

struct Counter {
    desk: Desk,
    dir: TempDir,
}

impl Counter {
    /// An office under these packs with five clients.
    fn new(packs: &[&str], day: &str, more: impl FnOnce(&mut Small)) -> Self {
        let mut small = Small::new(packs, "2026-01-01", at(day));
        small.import("员工.csv", "姓名,岗位\n林晓,置业顾问\n", at(day));
        small.import("客户.csv", CLIENTS, at(day));
        more(&mut small);
        let me = huifang_core::domain::StaffId(small.staff("林晓"));
        small.office.sign_in(Some(me), at(day)).expect("she signs in");
        let Small { office, dir } = small;
        drop(office);
        let counter = Self { desk: Desk::headless(PackShelf::default()), dir };
        counter.call(day, "open_office", json!({ "dir": counter.dir.path() }));
        counter
    }

    fn ask(&self, day: &str, command: &str, payload: Value) -> Result<Value, WireError> {
        dispatch(&self.desk, command, payload, at(day))
    }

    fn call(&self, day: &str, command: &str, payload: Value) -> Value {
        self.ask(day, command, payload).expect("the command answers")
    }

    fn compose(&self, day: &str, messages: &Value) -> Composed {
        serde_json::from_value(self.call(day, "compose_messages", messages.clone())).expect("it is composed")
    }

    fn mark(&self, day: &str, messages: &Value, count: u32) -> Result<MessagesSent, WireError> {
        let sent = self.ask(day, "mark_sent", json!({ "messages": messages, "count": count }))?;
        Ok(serde_json::from_value(sent).expect("it says what was sent"))
    }

    fn states(&self, day: &str, rule: &str) -> Vec<&'static str> {
        self.call(day, "close_office", json!({}));
        let office = Office::open(self.dir.path(), at(day)).expect("it opens");
        let found = lines(&office, crate::common::day(day))
            .into_iter()
            .filter(|l| l.rule == rule && !["waiting", "missed"].contains(&l.state));
        let states = found.map(|line| line.state).collect();
        drop(office);
        self.call(day, "open_office", json!({ "dir": self.dir.path() }));
        states
    }
}

fn greeting(class: Option<&str>) -> Value {
    let to = json!({ "kind": "festival", "festival": "mid_autumn", "class": class });
    json!({ "channel": "sms", "title": "中秋问候", "text": "{称呼},{节日}快乐!{机构}{我}", "to": to })
}

fn names(composed: &Composed) -> Vec<&str> {
    composed.rows.iter().map(|row| row.name.as_str()).collect()
}

fn reasons(composed: &Composed) -> Vec<(&str, &str)> {
    composed.skipped.iter().map(|row| (row.name.as_str(), row.code.as_str())).collect()
}

#[test]
fn a_greeting_calls_each_client_as_one_does_and_names_those_who_get_none() {
    let counter = Counter::new(&["001-11"], MID_AUTUMN, |small| {
        let client = small.client("李强");
        small.decide(about_client("do_not_contact", &client), at(MID_AUTUMN));
    });
    let composed = counter.compose(MID_AUTUMN, &greeting(Some("")));
    let texts: Vec<_> = composed.rows.iter().map(|row| (row.address.as_str(), row.text.as_str())).collect();
    assert_eq!(
        texts,
        [("13800000001", "王女士,中秋节快乐!某某花园林晓"), ("13800000005", "=1+1,中秋节快乐!某某花园林晓")]
    );
    let mut skipped = reasons(&composed);
    skipped.sort_unstable();
    assert_eq!(skipped, [("李强", "do_not_contact"), ("欧阳敏", "no_number"), ("赵六", "no_number")]);
    let why = |name: &str| composed.skipped.iter().find(|row| row.name == name).expect("named").reason.clone();
    assert_eq!((why("李强"), why("欧阳敏")), ("不再联系:经理同意".to_owned(), "只有座机,收不到短信".to_owned()));
}

#[test]
fn by_wechat_the_account_counts_else_the_mobile_number() {
    let counter = Counter::new(&["001-11"], MID_AUTUMN, |_| ());
    let mut wish = greeting(Some(""));
    wish["channel"] = json!("wechat");
    let composed = counter.compose(MID_AUTUMN, &wish);
    let addresses: Vec<_> = composed.rows.iter().map(|row| row.address.as_str()).collect();
    assert_eq!(addresses.len(), 4);
    assert!(addresses.contains(&"wxy") && addresses.contains(&"oym") && addresses.contains(&"13800000002"));
    assert_eq!(reasons(&composed), [("赵六", "no_number")]);
}

#[test]
fn what_the_policy_asks_for_is_settled_by_being_sent_and_open_again_when_it_is_taken_back() {
    let counter = Counter::new(&["001-11"], MID_AUTUMN, |_| ());
    assert_eq!(counter.states(MID_AUTUMN, "greeting"), ["open"; 5]);
    let wish = greeting(None);
    let composed = counter.compose(MID_AUTUMN, &wish);
    assert_eq!((composed.total, composed.counted, composed.skipped_total), (3, 3, 2));
    let sent = counter.mark(MID_AUTUMN, &wish, 3).expect("it is marked");
    assert_eq!(sent.line, "已记下「中秋问候」3 条,其中 3 条计入回访");
    let mut states = counter.states(MID_AUTUMN, "greeting");
    states.sort_unstable();
    assert_eq!(states, ["done", "done", "done", "open", "open"]);

    let batches = counter.call(MID_AUTUMN, "sent_messages", json!({}));
    assert_eq!(
        (&batches[0]["count"], &batches[0]["by"], &batches[0]["undone"]),
        (&json!(3), &json!("林晓"), &json!(false))
    );
    counter.call(MID_AUTUMN, "undo_sent", json!({ "batch": sent.batch }));
    assert_eq!(counter.states(MID_AUTUMN, "greeting"), ["open"; 5]);
    assert_eq!(counter.call(MID_AUTUMN, "sent_messages", json!({}))[0]["undone"], true);
    assert_eq!(counter.compose(MID_AUTUMN, &wish).total, 3, "what was taken back was never sent");
    let twice = counter.ask(MID_AUTUMN, "undo_sent", json!({ "batch": sent.batch }));
    assert_eq!(twice.expect_err("it is taken back already").code, "not_found");
}

#[test]
fn a_greeting_that_no_policy_asks_for_is_noted_and_counts_for_nothing() {
    let counter = Counter::new(&["002-12"], MID_AUTUMN, |_| ());
    let wish = greeting(Some(""));
    assert!(counter.compose(MID_AUTUMN, &wish).rows.iter().all(|row| row.effect == "contact"));
    let sent = counter.mark(MID_AUTUMN, &wish, 3).expect("it is marked");
    assert_eq!(sent.line, "已记下「中秋问候」3 条,其中 0 条计入回访");
    let found = counter.call(MID_AUTUMN, "search", json!({ "find": "王秀英", "recent": [], "limit": 5 }));
    let page = counter.call(MID_AUTUMN, "client_page", json!({ "client": found["clients"][0]["client"]["id"] }));
    let item = &page["timeline"][0];
    assert_eq!(
        (&item["title"], &item["lines"][0]),
        (&json!("短信 · 已发,不计回访"), &json!("王女士,中秋节快乐!某某花园林晓"))
    );
}

#[test]
fn nobody_is_greeted_twice_for_one_festival_unless_somebody_wants_it() {
    let counter = Counter::new(&["002-12"], MID_AUTUMN, |_| ());
    let wish = greeting(Some(""));
    counter.mark(MID_AUTUMN, &wish, 3).expect("it is marked");
    let mut other = greeting(Some(""));
    other["text"] = json!("{姓名}中秋快乐");
    let composed = counter.compose(MID_AUTUMN, &other);
    assert_eq!((composed.total, composed.skipped.iter().filter(|row| row.code == "sent_before").count()), (0, 3));
    assert_eq!(composed.skipped[0].reason, "09-25 已发「中秋问候」");
    assert_eq!(counter.mark(MID_AUTUMN, &other, 3).expect_err("nobody is left").code, "nobody_to_send");
    other["again"] = json!(true);
    let again = counter.compose(MID_AUTUMN, &other);
    assert_eq!((again.total, again.rows[0].before.as_str()), (3, "09-25 已发「中秋问候」"));
    let mut next = greeting(Some(""));
    next["to"]["festival"] = json!("double_ninth");
    assert_eq!(counter.compose(MID_AUTUMN, &next).total, 3, "another festival is another occasion");
}

#[test]
fn a_reminder_whose_form_wants_an_answer_is_a_try() {
    let counter = Counter::new(&["001-01"], "2026-09-28", |small| {
        let list = "预约号,编号,姓名,联系电话,登记时间,预约就诊时间,项目,医生,状态\nY1,K1,王秀英,13800000001,2026-09-20 10:00,2026-09-29 14:30,洗牙,上官医生,\n";
        import(&mut small.office, "预约登记.csv", list.as_bytes(), at("2026-09-28")).expect("it is imported");
    });
    let text = "{称呼}您好,您约了{时间}的{事项},{医生}等您,回访最迟{到期日}";
    let wish = json!({ "channel": "sms", "title": "预约提醒", "text": text, "to": { "kind": "tasks" } });
    let composed = counter.compose("2026-09-28", &wish);
    let row = composed.rows.iter().find(|row| row.about.starts_with("提醒就诊")).expect("the reminder is listed");
    assert!(row.text.starts_with("王女士您好,您约了9月29日 14:30的预约,上官医生等您"), "{}", row.text);
    assert_eq!(row.effect, "try");
    let lists = counter.call("2026-09-28", "message_lists", json!({}));
    assert_eq!((lists["sms"].as_u64(), lists["clients"].as_u64()), (Some(composed.total.into()), Some(5)));
    counter.mark("2026-09-28", &wish, composed.total).expect("it is marked");
    let query = json!({ "tab": "all", "mine": false, "find": "王秀英", "offset": 0, "limit": 9 });
    let list = counter.call("2026-09-28", "worklist", query);
    assert!(list["rows"].as_array().expect("rows").iter().all(|row| row["tries"] == 1), "{list}");
}

#[test]
fn birthdays_come_by_the_solar_or_the_lunar_calendar() {
    let counter = Counter::new(&["002-12"], MID_AUTUMN, |_| ());
    let wish = |lunar: bool, days: u32| {
        let to = json!({ "kind": "birthday", "lunar": lunar, "days": days });
        json!({ "channel": "wechat", "title": "生日", "text": "{姓名}{生日}生日快乐", "to": to })
    };
    let solar = counter.compose(MID_AUTUMN, &wish(false, 10));
    let about: Vec<_> = solar.rows.iter().map(|row| (row.about.as_str(), row.text.as_str())).collect();
    assert_eq!(about[0], ("生日 09-28", "=1+19月28日生日快乐"));
    assert_eq!(names(&solar)[..2], ["=1+1", "李强"]);
    assert_eq!(solar.total, 4, "two of them on 10-05");
    // 李强 was born on lunar 8-23, which is 10-03 this year; two were born on lunar 9-9, which is 10-18.
    assert_eq!(names(&counter.compose(MID_AUTUMN, &wish(true, 22))), ["李强"]);
    let lunar = counter.compose(MID_AUTUMN, &wish(true, 23));
    assert_eq!((lunar.total, lunar.rows[2].about.as_str()), (3, "生日 10-18 农历九月初九"));
}

#[test]
fn a_text_with_a_placeholder_that_nobody_knows_is_neither_kept_nor_sent() {
    let counter = Counter::new(&["002-12"], MID_AUTUMN, |_| ());
    let mut wish = greeting(Some(""));
    wish["text"] = json!("{称呼}您的{余额}和{小区}");
    assert_eq!(counter.compose(MID_AUTUMN, &wish).unknown, ["余额", "小区"]);
    let error = counter.mark(MID_AUTUMN, &wish, 3).expect_err("it is refused");
    assert_eq!((error.code.as_str(), &error.params["names"]), ("unknown_placeholder", &json!(["余额", "小区"])));
    assert!(error.detail.contains("{余额}、{小区}"), "{}", error.detail);
    let text = json!({ "id": null, "title": "欠费", "purpose": "reminder", "text": wish["text"] });
    assert_eq!(
        counter.ask(MID_AUTUMN, "save_message_text", text).expect_err("it is refused").code,
        "unknown_placeholder"
    );
    wish["text"] = json!("{房号}的{称呼}");
    let composed = counter.compose(MID_AUTUMN, &wish);
    assert!(!composed.rows.is_empty() && composed.unknown.is_empty());
    wish["text"] = json!("{单号}办好了");
    let blank = counter.compose(MID_AUTUMN, &wish);
    assert_eq!((blank.total, blank.skipped[0].reason.as_str()), (0, "缺单号"), "this list knows no matter");
}

#[test]
fn a_list_that_changed_since_it_was_seen_is_looked_at_again() {
    let counter = Counter::new(&["002-12"], MID_AUTUMN, |_| ());
    let mut wish = greeting(Some(""));
    assert_eq!(counter.mark(MID_AUTUMN, &wish, 4).expect_err("it is refused").code, "list_changed");
    let out = counter.compose(MID_AUTUMN, &wish).rows[0].key.clone();
    wish["leave_out"] = json!([out]);
    assert_eq!(counter.mark(MID_AUTUMN, &wish, 2).expect("two are left").count, 2);
}

#[test]
fn own_texts_are_kept_changed_and_taken_away_and_those_of_the_policies_stand_beside_them() {
    let counter = Counter::new(&["001-01"], MID_AUTUMN, |_| ());
    let save = |id: Value, title: &str| {
        let text = json!({ "id": id, "title": title, "purpose": "greeting", "text": "{称呼},您好" });
        counter.call(MID_AUTUMN, "save_message_text", text)["id"].clone()
    };
    let texts = || counter.call(MID_AUTUMN, "message_texts", json!({}))["texts"].as_array().expect("texts").clone();
    let before = texts();
    let reminder = before.iter().find(|text| text["id"] == "pack/001-01/reminder").expect("the policy's script");
    assert_eq!((&reminder["title"], &reminder["own"]), (&json!("提醒就诊"), &json!(false)));
    let id = save(Value::Null, "问候");
    assert_eq!(save(id.clone(), "节日问候"), id);
    assert_eq!((texts().len(), &texts()[0]["title"]), (before.len() + 1, &json!("节日问候")));
    let shipped = json!({ "id": "shipped/festival" });
    assert_eq!(counter.ask(MID_AUTUMN, "delete_message_text", shipped).expect_err("it ships").code, "not_found");
    counter.call(MID_AUTUMN, "delete_message_text", json!({ "id": id }));
    assert_eq!(texts().len(), before.len());
}

#[test]
fn the_list_for_a_sending_tool_has_numbers_as_text_and_no_formulas() {
    let counter = Counter::new(&["002-12"], MID_AUTUMN, |_| ());
    let mut wish = greeting(Some(""));
    wish["text"] = json!("{姓名},\"中秋\"快乐");
    let path = |name: &str| counter.dir.path().join(name);
    let export =
        |name: &str| counter.ask(MID_AUTUMN, "export_messages", json!({ "messages": wish, "path": path(name) }));
    assert_eq!(export("短信.xlsx").expect("it is written")["rows"], 3);
    let mut book: Xlsx<_> = open_workbook(path("短信.xlsx")).expect("a workbook");
    let range = book.worksheet_range("清单").expect("a sheet");
    let row = |n: u32| (0..4).map(|col| range.get_value((n, col)).cloned().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(row(0)[0], Data::String("手机号".to_owned()));
    assert!((1..4).all(|n| row(n).iter().all(|cell| matches!(cell, Data::String(_)))), "all of it is text");
    assert!((1..4).any(|n| row(n)[2] == Data::String("=1+1".to_owned())));

    export("短信.CSV").expect("it is written");
    let text = std::fs::read_to_string(path("短信.CSV")).expect("it can be read");
    assert!(text.starts_with("\u{feff}手机号,内容,姓名,房号\r\n"), "{text}");
    assert!(text.contains("13800000005,\"'=1+1,\"\"中秋\"\"快乐\",'=1+1,1-105\r\n"), "{text}");
    assert_eq!(export("短信.doc").expect_err("no such list").code, "unknown_ending");
}

#[test]
fn the_calendar_has_appointments_and_promises_of_each_person() {
    let day = "2026-09-28";
    let counter = Counter::new(&["001-01"], day, |small| {
        let list = "预约号,编号,姓名,联系电话,登记时间,预约就诊时间,项目,医生,状态\n\
            Y1,K1,王秀英,13800000001,2026-09-20 10:00,2026-09-29 14:30,洗牙,林晓,\n\
            Y2,K2,李强,13800000002,2026-09-20 10:00,2026-10-08 09:00,补牙,上官医生,\n\
            Y3,K3,欧阳敏,010-66668888,2026-09-20 10:00,2026-12-08 09:00,补牙,林晓,\n";
        import(&mut small.office, "预约登记.csv", list.as_bytes(), at(day)).expect("it is imported");
    });
    let query = json!({ "tab": "all", "mine": false, "find": "王秀英", "offset": 0, "limit": 9 });
    let task = counter.call(day, "worklist", query)["rows"][0]["id"].clone();
    let record = json!({
        "tasks": [{ "task": task, "answers": {} }], "channel": "phone", "outcome": "call_back", "on": null,
        "again_on": "2026-09-30", "note": "", "by": null, "exception": null,
    });
    counter.call(day, "record_follow_up", record);
    let path = counter.dir.path().join("日历.ics");
    let export = |staff: Value| {
        let written = counter.call(day, "export_calendar", json!({ "staff": staff, "path": path }));
        let text = std::fs::read_to_string(&path).expect("it can be read").replace("\r\n ", "");
        (written["rows"].as_u64().expect("a number"), text)
    };
    let (rows, all) = export(Value::Null);
    assert_eq!(rows, 3, "two appointments within thirty days, one promise:\n{all}");
    assert!(
        all.contains("DTSTART;TZID=Asia/Shanghai:20260929T143000") && all.contains("SUMMARY:预约 Y1 王秀英"),
        "{all}"
    );
    assert!(all.contains("DTSTART;VALUE=DATE:20260930") && all.contains("SUMMARY:约定再联系 王秀英"), "{all}");
    let uids = |text: &str| text.lines().filter(|l| l.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(uids(&all), uids(&export(Value::Null).1), "the same again");
    let (_, hers) = export(json!("林晓"));
    assert!(hers.contains("Y1") && !hers.contains("Y2"), "{hers}");
    let nobody = counter.ask(day, "export_calendar", json!({ "staff": "没有这人", "path": path }));
    assert_eq!(nobody.expect_err("it is refused").code, "not_found");
}
