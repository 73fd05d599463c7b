//! The three sample offices: every number that their `expected.json` gives is reached exactly.

use huifang_core::domain::{Client, FieldValue, Matter};
use huifang_intake::{Archive, Code, Entity, ImportPlan, Request, plan_import, read_book};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

fn folder(office: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(office)
}

fn expected(office: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder(office).join("expected.json")).unwrap()).unwrap()
}

/// Imports one file and applies it.
fn import(archive: &mut Archive, office: &str, file: &str) -> ImportPlan {
    let book = read_book(&folder(office).join(file)).unwrap();
    let plan = plan_import(&book, &Request::default(), archive, &mut |_| ControlFlow::Continue(())).unwrap();
    archive.apply(&plan);
    plan
}

/// Imports the files in order, then all of them again, which must change nothing.
fn office(name: &str, files: &[&str]) -> (Archive, Vec<ImportPlan>) {
    let mut archive = Archive::default();
    let plans: Vec<_> = files.iter().map(|file| import(&mut archive, name, file)).collect();
    for (file, first) in files.iter().zip(&plans) {
        let again = import(&mut archive, name, file);
        assert_eq!((again.created, again.updated, again.changes.len()), (0, 0, 0), "{file}");
        assert_eq!(again.unchanged, first.rows - first.rejected.len(), "{file}");
        assert_eq!((&again.rejected, &again.warnings), (&first.rejected, &first.warnings), "{file}");
    }
    (archive, plans)
}

fn rejected(plan: &ImportPlan, code: Code) -> usize {
    plan.rejected.iter().filter(|rejected| rejected.code == code).count()
}

fn warned(plan: &ImportPlan, code: Code) -> usize {
    plan.warnings.iter().filter(|warning| warning.code == code).count()
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn matters<'a>(archive: &'a Archive, kind: &str) -> BTreeMap<&'a str, &'a Matter> {
    let of_kind = archive.matters().filter(|matter| matter.kind == kind);
    of_kind.map(|matter| (matter.no.as_deref().unwrap_or_default(), matter)).collect()
}

fn day(matter: &Matter, milestone: &str) -> Option<String> {
    matter.milestone(milestone).map(|milestone| milestone.on.day.to_string())
}

fn yes(matter: &Matter, field: &str) -> bool {
    matter.fields.get(field).is_some_and(FieldValue::truthy)
}

fn client_of<'a>(archive: &'a Archive, matter: &Matter) -> &'a Client {
    let id = &matter.participants[0].client;
    archive.clients().find(|client| client.id == *id).unwrap()
}

/// The matters of a kind that reached a milestone are those of the expected list, on the same days.
fn assert_days(archive: &Archive, kind: &str, milestone: &str, list: &Value) {
    let found: BTreeMap<_, _> =
        matters(archive, kind).into_iter().filter_map(|(no, matter)| Some((no, day(matter, milestone)?))).collect();
    let wanted: BTreeMap<_, _> = list
        .as_object()
        .unwrap()
        .iter()
        .map(|(no, facts)| (no.as_str(), facts[milestone].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn the_dental_clinic_comes_in_exactly() {
    let expected = expected("dental");
    let (archive, plans) = office("dental", &["员工.xlsx", "患者名单.xlsx", "预约登记.csv"]);
    let [staff, clients, appointments] = plans.as_slice() else { unreachable!("three files") };

    assert_eq!((staff.kind.code(), staff.created, archive.staff().count()), ("staff", 12, 12));

    let wanted = &expected["clients"];
    assert_eq!(clients.kind.code(), "clients");
    assert_eq!(clients.rows, count(&wanted["data_rows"]));
    assert_eq!(clients.created, count(&wanted["clients"]));
    assert_eq!(archive.clients().count(), count(&wanted["clients"]));
    assert_eq!(clients.unchanged, count(&wanted["repeated_same_record_no"]));
    assert_eq!(clients.updated, 0);
    assert_eq!(rejected(clients, Code::MissingName), count(&wanted["rejected"]["missing_name"]));
    assert_eq!(rejected(clients, Code::RecordNoConflict), count(&wanted["rejected"]["record_no_conflict"]));
    for code in [Code::IdChecksum, Code::IdSexMismatch, Code::IdBirthMismatch, Code::PhoneInvalid, Code::DateInvalid] {
        assert_eq!(warned(clients, code), count(&wanted["warnings"][code.code()]), "{}", code.code());
    }
    assert_eq!(warned(clients, Code::PhoneShared), count(&wanted["phones_shared"]));

    let wanted = &expected["appointments"];
    assert_eq!((appointments.kind.code(), appointments.rows), ("appointment", count(&wanted["rows"])));
    assert_eq!(rejected(appointments, Code::UnknownClient), count(&wanted["unknown_client"]));
    assert_eq!(appointments.created, count(&wanted["rows"]) - count(&wanted["unknown_client"]));
}

#[test]
fn the_appointments_of_the_dental_clinic_have_their_states() {
    let expected = &expected("dental")["appointments"];
    let (archive, plans) = office("dental", &["患者名单.xlsx", "预约登记.csv"]);
    let found = matters(&archive, "appointment");
    let status = |matter: &Matter| matter.fields["status"].text();

    // The expected states count the rows of unknown clients too: those stand among the rejected.
    let mut by_status = BTreeMap::<String, usize>::new();
    found.values().for_each(|matter| *by_status.entry(status(matter)).or_default() += 1);
    for row in plans[1].rejected_rows().iter().flat_map(|sheet| &sheet.rows) {
        *by_status.entry(row.cells[7].text()).or_default() += 1;
    }
    let wanted = expected["by_status"].as_object().unwrap();
    assert_eq!(by_status, wanted.iter().map(|(status, n)| (status.clone(), count(n))).collect());

    for matter in found.values() {
        let has = |kind: &str| matter.milestone(kind).is_some();
        let states = (has("scheduled"), has("arrived"), has("missed"), has("cancelled"));
        let wanted = match status(matter).as_str() {
            "已到诊" => (true, true, false, false),
            "未到诊" => (true, false, true, false),
            "已取消" => (true, false, false, true),
            "待就诊" => (true, false, false, false),
            _ => (false, false, false, false),
        };
        assert_eq!(states, wanted, "{:?}", matter.no);
        assert!(has("booked") && matter.participants.len() == 1);
    }
    let waiting = found.iter().filter(|(_, matter)| status(matter) == "待就诊").map(|(no, _)| (*no).to_owned());
    assert_eq!(
        waiting.collect::<Vec<_>>(),
        expected["reminders"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    );
    let undecided = found.iter().filter(|(_, matter)| status(matter) == "未定时间").map(|(no, _)| (*no).to_owned());
    assert_eq!(
        undecided.collect::<Vec<_>>(),
        expected["undecided"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    );

    let first = found["Y000000"];
    assert_eq!(first.milestone("scheduled").unwrap().on.to_string(), "2026-02-12T09:00");
    assert_eq!(first.milestone("booked").unwrap().on.to_string(), "2026-01-28T16:28");
    assert_eq!(first.handler.as_ref().unwrap().0, "孟建勇");
    assert_eq!(client_of(&archive, first).no.as_deref(), Some("KQ202101170"));
}

#[test]
fn a_client_of_the_dental_clinic_has_all_that_the_list_says() {
    let (archive, plans) = office("dental", &["患者名单.xlsx"]);
    let client = |no: &str| archive.clients().find(|client| client.no.as_deref() == Some(no)).unwrap();

    let first = client("KQ202000000");
    assert_eq!((first.name.as_str(), first.born.unwrap().to_string()), ("许嘉东", "1998-11-29".to_owned()));
    assert_eq!(first.own_phones().collect::<Vec<_>>(), ["16710465634"]);
    assert_eq!(first.since.unwrap().to_string(), "2023-08-11");
    assert_eq!(first.assignee.as_ref().unwrap().0, "孟欣");
    assert_eq!(first.fields["first_doctor"].text(), "石怡");
    assert_eq!(first.fields["allergy"].text(), "青霉素");
    assert_eq!(client("KQ202300003").contacts[0].wechat.as_deref(), Some("wx_3"));

    let odd = plans[0].warnings.iter().find(|warning| warning.code == Code::DateInvalid).unwrap();
    assert_eq!(
        (odd.sheet.as_str(), odd.row, odd.column.as_str(), odd.found.as_str()),
        ("患者名单", 139, "出生日期", "不详")
    );
    let kept = plans[0].changes.iter().find(|change| change.row == 139).map(|change| &change.after);
    let Some(Entity::Client(kept)) = kept else { panic!("row 139 makes a client") };
    assert_eq!((kept.born, kept.fields["出生日期"].text()), (None, "不详".to_owned()));
}

#[test]
fn the_property_office_comes_in_exactly() {
    let expected = expected("property");
    let files = ["员工.xlsx", "业主档案.xlsx", "投诉登记.xlsx", "维修工单.csv", "特约服务.xlsx"];
    let (archive, plans) = office("property", &files);
    let kinds: Vec<_> = plans.iter().map(|plan| plan.kind.code()).collect();
    assert_eq!(kinds, ["staff", "clients", "complaint", "repair", "special_service"]);
    assert!(plans.iter().all(|plan| plan.rejected.is_empty()));

    let wanted = &expected["clients"];
    assert_eq!((plans[1].rows, plans[1].created), (2000, count(&wanted["households"])));
    let clients: Vec<_> = archive.clients().collect();
    assert_eq!(clients.len(), count(&wanted["households"]));
    let silent = clients.iter().filter(|client| client.own_phones().next().is_none()).count();
    assert_eq!(silent, count(&wanted["without_phone"]));
    let cared = clients.iter().filter(|client| client.classes.iter().any(|span| span.class == "特殊关怀")).count();
    assert_eq!(cared, count(&wanted["special_care"]));
    assert_eq!(clients.iter().filter(|client| client.fields.contains_key("special_care")).count(), cared);

    assert_days(&archive, "complaint", "handled", &expected["complaints"]);
    assert_days(&archive, "repair", "finished", &expected["repairs"]);
    assert_days(&archive, "special_service", "ended", &expected["special_services"]);
    assert_eq!((plans[2].created, plans[3].created, plans[4].created), (900, 3000, 200));
}

#[test]
fn the_complaints_of_the_property_office_say_who_is_to_be_called() {
    let expected = expected("property");
    let (archive, _) = office("property", &["业主档案.xlsx", "投诉登记.xlsx", "维修工单.csv"]);
    let complaints = matters(&archive, "complaint");
    let level = |word: &str| match word {
        "一般" | "日常" => "normal",
        "重要" => "important",
        _ => "major",
    };
    for (no, facts) in expected["complaints"].as_object().unwrap() {
        let complaint = complaints[no.as_str()];
        assert_eq!(complaint.severity.as_deref(), Some(level(facts["level"].as_str().unwrap())), "{no}");
        assert_eq!(complaint.fields["anonymous"], FieldValue::Bool(facts["anonymous"].as_bool().unwrap()), "{no}");
        assert_eq!(complaint.fields["reply_only"], FieldValue::Bool(facts["reply_only"].as_bool().unwrap()), "{no}");
        assert_eq!(complaint.participants.is_empty(), facts["anonymous"].as_bool().unwrap(), "{no}");
    }
    let repairs = matters(&archive, "repair");
    for (no, facts) in expected["repairs"].as_object().unwrap() {
        let severity = repairs[no.as_str()].severity.as_deref();
        assert_eq!(severity, Some(level(facts["level"].as_str().unwrap())), "{no}");
    }
    let anonymous = complaints.values().filter(|complaint| yes(complaint, "anonymous")).count();
    assert_eq!(anonymous, 32, "28 of them handled");
    assert_eq!(client_of(&archive, complaints["TS260000"]).place.as_deref(), Some("9栋1单元1501"));
    assert_eq!(complaints["TS260000"].fields["topic"].text(), "垃圾清运不及时");
}

#[test]
fn a_household_of_the_property_office_has_its_room_its_move_and_its_repairs() {
    let (archive, _) = office("property", &["业主档案.xlsx", "维修工单.csv"]);
    let client = archive.clients().find(|client| client.place.as_deref() == Some("1栋1单元0101")).unwrap();
    assert_eq!((client.name.as_str(), client.fields["area"].clone()), ("文乐强", FieldValue::Number(117.37)));
    let mut moves = archive.matters().filter(|matter| matter.kind == "move_in" && matter.has_client(&client.id));
    let moved = moves.next().unwrap();
    assert_eq!(
        (day(moved, "handed_over"), day(moved, "fitted_out")),
        (client.since.map(|d| d.to_string()), Some("2023-07-06".into()))
    );

    let repairs = matters(&archive, "repair");
    let first = repairs["WX2600002"];
    assert_eq!(
        (first.fields["paid_service"].clone(), first.fields["rework"].clone()),
        (true.into(), FieldValue::Number(0.0))
    );
    assert_eq!(
        (first.fields["opinion"].text(), first.handler.clone().unwrap().0),
        ("满意".to_owned(), "余海".to_owned())
    );
    assert_eq!(day(repairs["WX2600007"], "trial_ended").as_deref(), Some("2026-03-04"));
    // The merged building cells of the archive are one row off; the buildings are right all the same.
    assert_eq!(client_of(&archive, first).place.as_deref(), Some("1栋2单元2301"));
    assert_eq!(client_of(&archive, first).name, "陆杰");
}

#[test]
fn the_ward_comes_in_exactly_and_makes_its_clients() {
    let expected = expected("ward");
    let (archive, plans) = office("ward", &["员工.xlsx", "出院登记.xlsx"]);
    let stays = &plans[1];
    assert_eq!(
        (stays.kind.code(), stays.rows, stays.created),
        ("stay", count(&expected["rows"]), count(&expected["rows"]))
    );
    assert!(stays.rejected.is_empty() && stays.warnings.is_empty());
    assert_eq!(archive.clients().count(), 2400);
    assert_days(&archive, "stay", "discharged", &expected["discharges"]);

    let found = matters(&archive, "stay");
    for (no, facts) in expected["discharges"].as_object().unwrap() {
        let stay = found[no.as_str()];
        assert_eq!(stay.department.as_deref(), facts["dept"].as_str(), "{no}");
        assert_eq!(stay.fields["surgery"], FieldValue::Bool(facts["surgery"].as_bool().unwrap()), "{no}");
        assert_eq!(stay.fields["town"].text(), facts["address"].as_str().unwrap(), "{no}");
        assert_eq!(stay.fields["dispute"], FieldValue::Bool(facts["dispute"].as_bool().unwrap()), "{no}");
    }
    let discharged = || found.values().filter(|stay| stay.milestone("discharged").is_some());
    assert_eq!(
        discharged().filter(|stay| stay.fields["town"].text() == "外市").count(),
        count(&expected["out_of_city"])
    );
    assert_eq!(discharged().filter(|stay| yes(stay, "dispute")).count(), count(&expected["dispute"]));
    assert_eq!(found.len() - discharged().count(), count(&expected["still_in"]));
}

#[test]
fn the_telephone_of_the_ward_is_the_patients_and_the_contact_has_none() {
    let (archive, _) = office("ward", &["出院登记.xlsx"]);
    let stay = matters(&archive, "stay")["ZY26000001"];
    let client = client_of(&archive, stay);
    assert_eq!((client.name.as_str(), client.no.as_deref()), ("程行浩", Some("ZY26000001")));
    assert_eq!(client.own_phones().collect::<Vec<_>>(), ["19401366775"]);
    let kin = client.contacts.iter().find(|contact| contact.relation.is_some()).unwrap();
    assert_eq!((kin.relation.as_deref(), kin.name.as_deref(), kin.phones.len()), (Some("联系人"), Some("薛艳海"), 0));
    assert_eq!((stay.fields["bed"].text(), stay.fields["age"].clone()), ("43床".to_owned(), FieldValue::Number(5.0)));
    assert_eq!(
        (stay.handler.clone().unwrap().0, stay.fields["diagnosis"].text()),
        ("易强".to_owned(), "急性阑尾炎".to_owned())
    );
    assert_eq!(
        (day(stay, "admitted"), day(stay, "discharged")),
        (Some("2026-01-07".into()), Some("2026-01-19".into()))
    );
}
