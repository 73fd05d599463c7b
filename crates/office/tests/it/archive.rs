//! The archive by hand: filling in, correcting, what is said beside a field, what no import overwrites, who changed what.

use crate::common::{HOUSEHOLDS, Small, at, refusal};
use huifang_core::domain::ClientId;
use huifang_office::wire::{ClientEdit, ClientFieldBrief, ContactEdit, OwnFields, WishEdit};

const TODAY: &str = "2026-09-29";

fn office() -> Small {
    Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TODAY))
}

/// The form of a client by name.
pub fn form_of(small: &Small, name: &str) -> ClientEdit {
    let id = ClientId::from(small.client(name).as_str());
    small.office.client_form(Some(&id), at(TODAY)).expect("there is a form").edit
}

fn blank(small: &Small) -> ClientEdit {
    small.office.client_form(None, at(TODAY)).expect("there is a form").edit
}

fn with_phone(edit: ClientEdit, phones: &str) -> ClientEdit {
    let own = ContactEdit { phones: phones.to_owned(), ..edit.contacts[0].clone() };
    ClientEdit { contacts: vec![own], ..edit }
}

#[test]
fn a_new_client_needs_a_name_and_nothing_else() {
    let mut small = office();
    let (code, text) = refusal(small.office.save_client(&blank(&small), at(TODAY)));
    assert_eq!(code, "client_name_missing");
    assert!(text.contains("住户"), "the remedy is said: {text}");

    let edit = ClientEdit { name: " 庚七 ".to_owned(), ..blank(&small) };
    let saved = small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    assert_eq!(saved.line, "已建档:庚七");
    assert_eq!(small.client("庚七"), saved.client, "he is found at once");
}

#[test]
fn a_corrected_field_is_held_against_the_next_import_and_the_others_are_not() {
    let mut small = office();
    let edit = with_phone(form_of(&small, "甲一"), "13911110000");
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");

    let list = HOUSEHOLDS.replace("甲一,13800000001,90", "甲一,13800000001,120");
    small.import("业主档案.csv", &list, at(TODAY));
    let form = form_of(&small, "甲一");
    assert_eq!(form.contacts[0].phones, "13911110000", "corrected by hand");
    assert_eq!(form.fields["area"], "120", "not corrected by hand");
}

#[test]
fn what_the_form_does_not_change_stays_of_the_kind_it_was() {
    let mut small = office();
    let edit = ClientEdit { reason: "没有改动".to_owned(), ..form_of(&small, "甲一") };
    let saved = small.office.save_client(&edit, at(TODAY)).expect("it is looked at");
    assert_eq!((saved.line.as_str(), saved.changed.len()), ("没有改动", 0));
}

#[test]
fn beside_a_field_stands_what_is_wrong_and_who_has_the_same_number() {
    let small = office();
    let edit = ClientEdit {
        name: "庚七".to_owned(),
        id_number: "110105194912310021".to_owned(),
        ..with_phone(blank(&small), "13800000002")
    };
    let checks = small.office.check_client(&edit, at(TODAY)).expect("it is checked");
    let notes: Vec<_> = checks.notes.iter().map(|note| (note.field.as_str(), note.text.as_str())).collect();
    assert_eq!(
        notes,
        [("id_number", "身份证校验位不对,请核对最后一位"), ("contact.0", "此电话已有:乙二(1栋1单元0102)")]
    );
    assert_eq!(checks.notes[1].client.as_ref().map(|client| client.name.as_str()), Some("乙二"));
    assert_eq!((checks.born, checks.sex), (None, None), "a wrong number says nothing");
}

#[test]
fn an_identity_number_says_birthday_and_sex_and_contradicts_what_stands_there() {
    let small = office();
    let number = "11010519491231002x".to_owned();
    let edit = ClientEdit { name: "庚七".to_owned(), id_number: number, ..blank(&small) };
    let checks = small.office.check_client(&edit, at(TODAY)).expect("it is checked");
    assert_eq!((checks.born.as_deref(), checks.sex.as_deref()), (Some("1949-12-31"), Some("female")));
    assert_eq!((checks.age, checks.notes.len()), (Some(76), 0));
    assert!(checks.lunar.is_some(), "the lunar day stands beside");

    let edit = ClientEdit { born: "1950-12-31".to_owned(), sex: "male".to_owned(), ..edit };
    let checks = small.office.check_client(&edit, at(TODAY)).expect("it is checked");
    let fields: Vec<_> = checks.notes.iter().map(|note| note.field.as_str()).collect();
    assert_eq!(fields, ["born", "sex"]);
}

#[test]
fn a_number_that_is_none_is_kept_as_written_and_offered_again() {
    let mut small = office();
    let edit = with_phone(form_of(&small, "甲一"), "1380000");
    small.office.save_client(&edit, at(TODAY)).expect("nobody is sent away for a number");
    let form = form_of(&small, "甲一");
    assert_eq!(form.contacts[0].phones, "1380000");
    let doubts = small.office.doubts(at(TODAY)).expect("doubts are listed");
    assert!(doubts.doubts.iter().any(|d| d.kind == "phone" && d.text == "电话看不懂:1380000"), "{doubts:?}");

    small.office.save_client(&with_phone(form, "13911110000"), at(TODAY)).expect("it is saved");
    let doubts = small.office.doubts(at(TODAY)).expect("doubts are listed");
    assert!(doubts.doubts.iter().all(|d| d.kind != "phone"));
}

#[test]
fn hours_and_days_that_cannot_be_read_are_named() {
    let mut small = office();
    let wish = |hours: &str| WishEdit { hours: hours.to_owned(), channel: "phone".to_owned(), note: String::new() };
    let edit = form_of(&small, "甲一");
    let bad = ClientEdit { wish: wish("下午"), ..edit.clone() };
    assert_eq!(refusal(small.office.save_client(&bad, at(TODAY))).0, "bad_hours");
    let bad = ClientEdit { born: "二月三十".to_owned(), ..edit.clone() };
    assert_eq!(refusal(small.office.save_client(&bad, at(TODAY))).0, "bad_day");

    let good = ClientEdit { wish: wish("9:30-11、14-17"), ..edit };
    small.office.save_client(&good, at(TODAY)).expect("it is saved");
    assert_eq!(form_of(&small, "甲一").wish.hours, "09:30-11:00、14:00-17:00");
}

#[test]
fn who_moves_keeps_what_concerned_him_and_the_old_place_is_remembered() {
    let mut small = office();
    let edit = ClientEdit { place: "2-1-0301".to_owned(), ..form_of(&small, "甲一") };
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    let task = small.line(TODAY, "complaint", "TS1");
    assert_eq!(task.state, "open", "the complaint is still his");
    let id = ClientId::from(small.client("甲一").as_str());
    let archive = small.office.client_archive(&id, at(TODAY)).expect("there is a page");
    let places: Vec<_> = archive.places.iter().map(|p| (p.label.as_str(), p.value.as_str())).collect();
    assert_eq!(places, [("1栋1单元0101", "至 2026-09-29"), ("2栋1单元0301", "2026-09-29 起")]);
}

#[test]
fn every_change_is_on_record_with_who_when_which_field_and_from_what_to_what() {
    let mut small = office();
    let me = small.staff("王芳");
    small.office.sign_in(Some(me.as_str().into()), at(TODAY)).expect("she signs in");
    let edit = ClientEdit { reason: "来电更正".to_owned(), ..with_phone(form_of(&small, "甲一"), "13911110000") };
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    let id = ClientId::from(small.client("甲一").as_str());
    let changes = small.office.client_archive(&id, at(TODAY)).expect("there is a page").changes;
    let first = &changes[0];
    assert_eq!((first.by.as_str(), first.what.as_str(), first.label.as_str()), ("王芳", "修改", "本人电话"));
    assert_eq!((first.from.as_str(), first.to.as_str()), ("13800000001", "13911110000"));
    assert_eq!((first.reason.as_str(), &first.at[..10]), ("来电更正", TODAY));
    let last = changes.last().expect("the import is a change too");
    assert_eq!((last.what.as_str(), last.label.as_str()), ("导入 业主档案.csv", "建档"));
}

#[test]
fn a_contact_who_is_not_to_be_rung_up_is_not_offered() {
    let mut small = office();
    let mut edit = form_of(&small, "甲一");
    edit.contacts[0].do_not_contact = true;
    edit.contacts.push(ContactEdit {
        relation: "女儿".to_owned(),
        name: "甲小".to_owned(),
        phones: "13911112222".to_owned(),
        wechat: String::new(),
        do_not_contact: false,
    });
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    let task = small.line(TODAY, "complaint", "TS1").id;
    let call = small.office.explain(&task, at(TODAY)).expect("there is a sheet");
    let phones: Vec<_> = call.phones.iter().map(|p| p.value.as_str()).collect();
    assert_eq!(phones, ["13911112222"]);
}

#[test]
fn the_offices_own_fields_are_asked_for_in_every_form_and_checked_by_their_kind() {
    let mut small = office();
    let field = |label: &str, kind: &str, choices: &[&str]| ClientFieldBrief {
        code: String::new(),
        label: label.to_owned(),
        kind: kind.to_owned(),
        choices: choices.iter().map(|c| (*c).to_owned()).collect(),
        own: true,
    };
    let twice = OwnFields { fields: vec![field("车牌", "text", &[]), field("车牌", "text", &[])] };
    assert_eq!(refusal(small.office.save_own_fields(&twice, at(TODAY))).0, "field_label_twice");
    let empty = OwnFields { fields: vec![field("户型", "choice", &[])] };
    assert_eq!(refusal(small.office.save_own_fields(&empty, at(TODAY))).0, "field_choices_missing");

    let fields = vec![field("车位数", "number", &[]), field("户型", "choice", &["两居", "三居"])];
    small.office.save_own_fields(&OwnFields { fields }, at(TODAY)).expect("they are saved");
    let id = ClientId::from(small.client("甲一").as_str());
    let form = small.office.client_form(Some(&id), at(TODAY)).expect("there is a form");
    let own: Vec<_> = form.fields.iter().filter(|f| f.own).map(|f| f.label.as_str()).collect();
    assert_eq!(own, ["车位数", "户型"]);
    let code = form.fields.iter().find(|f| f.label == "车位数").expect("it is there").code.clone();

    let mut edit = form.edit;
    edit.fields.insert(code.clone(), "两个".to_owned());
    assert_eq!(refusal(small.office.save_client(&edit, at(TODAY))).0, "bad_number");
    edit.fields.insert(code.clone(), "2".to_owned());
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    assert_eq!(form_of(&small, "甲一").fields[&code], "2");
}
