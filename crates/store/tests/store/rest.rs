//! Staff, settings and packs.

use crate::builders::*;
use huifang_core::calendar::{HolidayDay, HolidayYear};
use huifang_core::domain::Staff;
use huifang_store::{BacklogWaiver, NewWaiver, OwnPackRow, PackRow};
use serde_json::json;

#[test]
fn staff_come_back_as_they_were_written() {
    let mut store = office();
    let left = Staff { active: false, phone: Some("13800138000".to_owned()), ..staff("s2", "孙强") };
    write(&mut store, |tx| {
        tx.put_staff(&staff("s1", "赵敏"))?;
        tx.put_staff(&staff("s2", "孙强"))?;
        tx.put_staff(&left)
    });
    assert_eq!(store.read().staff_all().expect("a read"), [staff("s1", "赵敏"), left.clone()]);
    assert_eq!(store.read().staff(&"s2".into()).expect("a read"), Some(left));
    assert_eq!(store.read().staff(&"s9".into()).expect("a read"), None);
}

#[test]
fn staff_whom_a_fact_names_by_identifier_or_name_cannot_be_deleted() {
    let mut store = office_with_clients(1);
    let mut owned = client("c1", "王秀英");
    owned.assignee = Some("孙强".into());
    write(&mut store, |tx| {
        for (id, name) in [("s1", "赵敏"), ("s2", "孙强"), ("s3", "周军")] {
            tx.put_staff(&staff(id, name))?;
        }
        tx.put_record(&call("r1", "c1", "2026-10-02"))?;
        tx.put_client(&owned)
    });
    assert_eq!(refuse(&mut store, |tx| tx.delete_staff(&"s1".into())).code(), "conflict", "s1 made a call");
    assert_eq!(refuse(&mut store, |tx| tx.delete_staff(&"s2".into())).code(), "conflict", "孙强 has a client");
    write(&mut store, |tx| tx.delete_staff(&"s3".into()));
    assert_eq!(refuse(&mut store, |tx| tx.delete_staff(&"s3".into())).code(), "not_found");
}

#[test]
fn a_setting_is_the_last_value_that_was_set() {
    let mut store = office();
    assert_eq!(store.read().setting("zone").expect("a read"), None);
    write(&mut store, |tx| {
        tx.put_setting("zone", &json!("+09:00"))?;
        tx.put_setting("zone", &json!("+08:00"))?;
        tx.put_setting("hours", &json!([9, 18]))
    });
    assert_eq!(store.read().setting("zone").expect("a read"), Some(json!("+08:00")));
    write(&mut store, |tx| tx.delete_setting("zone"));
    let all: Vec<_> = store.read().settings().expect("a read").into_iter().collect();
    assert_eq!(all, [("hours".to_owned(), json!([9, 18]))]);
}

#[test]
fn every_version_of_a_pack_is_kept_as_it_was_enabled() {
    let mut store = office();
    let first = PackRow {
        id: "004-15".to_owned(),
        version: 1,
        effective_from: day("2026-01-01"),
        until: None,
        params: json!({ "grace": 7 }),
        overrides: json!([]),
        text: "[pack]".to_owned(),
    };
    let second =
        PackRow { version: 2, effective_from: day("2026-07-01"), params: json!({ "grace": 3 }), ..first.clone() };
    let ended = PackRow { until: Some(day("2026-07-01")), ..first.clone() };
    write(&mut store, |tx| [&second, &first, &ended].into_iter().try_for_each(|pack| tx.put_pack(pack)));
    assert_eq!(
        store.read().packs().expect("a read"),
        [ended, second],
        "an old occurrence is judged by the old version"
    );
}

#[test]
fn packs_of_the_office_are_kept_changed_and_forgotten() {
    let mut store = office();
    let own = OwnPackRow {
        id: "002-12-本院".to_owned(),
        copied_from: Some("002-12".to_owned()),
        text: "[pack]".to_owned(),
        stories: vec![("complaint.md".to_owned(), "# 投诉".to_owned())],
        changed_ms: 1,
    };
    let changed = OwnPackRow { text: "[pack]\nid = 1".to_owned(), changed_ms: 2, ..own.clone() };
    write(&mut store, |tx| {
        tx.put_own_pack(&own)?;
        tx.put_own_pack(&changed)
    });
    assert_eq!(store.read().own_packs().expect("a read"), [changed]);
    write(&mut store, |tx| tx.delete_own_pack("002-12-本院"));
    assert_eq!(store.read().own_packs().expect("a read"), []);
    assert_eq!(refuse(&mut store, |tx| tx.delete_own_pack("002-12-本院")).code(), "not_found");
}

#[test]
fn a_year_of_holidays_is_the_last_table_that_was_written() {
    let mut store = office();
    let day_off = HolidayDay { name: "元旦".to_owned(), date: day("2027-01-01"), is_off_day: true };
    let table = |days| HolidayYear { year: 2027, papers: Vec::new(), days };
    write(&mut store, |tx| {
        tx.put_holiday_year(&table(Vec::new()), 1)?;
        tx.put_holiday_year(&table(vec![day_off.clone()]), 2)
    });
    assert_eq!(store.read().holiday_years().expect("a read"), [table(vec![day_off])]);
    write(&mut store, |tx| tx.delete_holiday_year(2027));
    assert_eq!(store.read().holiday_years().expect("a read"), []);
}

#[test]
fn a_waived_backlog_keeps_its_decisions_together() {
    let mut store = office();
    let new = NewWaiver {
        pack: "002-12".to_owned(),
        on: day("2026-10-09"),
        at_ms: 5,
        by: Some("s1".to_owned()),
        approver: "周敏".to_owned(),
        reason: "启用前的旧账".to_owned(),
        decisions: vec!["d1".into(), "d2".into()],
    };
    let id = write(&mut store, |tx| tx.add_backlog_waiver(&new));
    write(&mut store, |tx| tx.set_waiver_undone(id, 9));
    let kept = BacklogWaiver { id, what: new, undone_ms: Some(9) };
    assert_eq!(store.read().backlog_waiver(id).expect("a read"), Some(kept.clone()));
    assert_eq!(store.read().backlog_waivers("002-12").expect("a read"), [kept]);
    assert_eq!(store.read().backlog_waivers("004-15").expect("a read"), []);
    assert_eq!(refuse(&mut store, |tx| tx.set_waiver_undone(99, 9)).code(), "not_found");
}
