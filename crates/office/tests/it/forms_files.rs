//! Files: attachments whole or not at all, signatures that stand under what was signed, both on paper.

use crate::common::{Small, asked, at, listing, reached, refusal};
use crate::forms::{TUESDAY, asks_everything, complaint, content, visit};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use huifang_core::domain::{ClientId, TaskId};
use huifang_office::wire::{
    AddAttachment, AttachmentQuery, AttachmentRef, AttachmentRow, Gap, RecordFollowUp, RecordRef, Sign,
    StrikeAttachment,
};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::json;
use std::io::Cursor;

fn jpeg() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(640, 480, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    picture.write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture");
    bytes.into_inner()
}

fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(60, 20, Rgb([0, 0, 0])).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn pasted(small: &Small, name: &str, bytes: &[u8]) -> AddAttachment {
    AddAttachment {
        client: Some(small.client("甲一")),
        matter: None,
        record: None,
        task: None,
        path: None,
        name: name.to_owned(),
        data: Some(STANDARD.encode(bytes)),
    }
}

fn add(small: &mut Small, name: &str, bytes: &[u8]) -> AttachmentRow {
    let wish = pasted(small, name, bytes);
    small.office.add_attachment(&wish, at(TUESDAY)).expect("it is kept").attachment
}

fn of_client(small: &Small) -> Vec<AttachmentRow> {
    let query = AttachmentQuery { client: Some(small.client("甲一")), record: None, ids: Vec::new() };
    small.office.attachments(&query, at(TUESDAY)).expect("they can be listed")
}

/// Names of the files in the office's folder of attachments.
fn files(small: &Small) -> Vec<String> {
    let folder = std::fs::read_dir(small.dir.path().join("attachments")).expect("the folder");
    folder.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_file_stands_under_its_hash_once_and_its_row_says_what_it_is() {
    let mut small = asks_everything();
    let path = small.dir.path().join("阳台.jpg");
    std::fs::write(&path, jpeg()).expect("it is written");
    let wish = AddAttachment {
        path: Some(path.display().to_string()),
        data: None,
        task: Some(complaint(&small)),
        client: None,
        ..pasted(&small, "", &[])
    };
    let first = small.office.add_attachment(&wish, at(TUESDAY)).expect("it is kept").attachment;
    assert_eq!((first.kind.as_str(), first.mime.as_str(), first.name.as_str()), ("photo", "image/jpeg", "阳台.jpg"));
    assert_eq!((first.about.as_str(), first.at.as_str()), ("投诉 TS1", "2026-09-29 09:00"));
    assert!(first.thumbnail.is_some_and(|picture| picture.starts_with("data:image/jpeg;base64,")));
    assert_eq!(first.bytes as usize, jpeg().len());

    add(&mut small, "again.jpg", &jpeg());
    assert_eq!(files(&small), [blake3::hash(&jpeg()).to_hex().to_string()], "the same bytes are one file");
    assert_eq!(of_client(&small).len(), 2);
}

#[test]
fn bytes_say_what_a_file_is_and_what_is_none_of_these_is_refused_with_what_is_taken() {
    let mut small = asks_everything();
    assert_eq!(add(&mut small, "签字表", b"%PDF-1.7\n1 0 obj").kind, "pdf");
    assert_eq!(add(&mut small, "录音.amr", b"#!AMR\n0123456789abcdef").kind, "recording");
    let film = b"\x00\x00\x00\x20ftypmp42\x00\x00\x00\x00mp42isom";
    assert_eq!(add(&mut small, "录音.m4a", film).mime, "audio/mp4");
    for (name, bytes) in [("film.mp4", &film[..]), ("照片.jpg", b"#!/bin/sh\nrm -rf"), ("表.xlsx", b"PK\x03\x04")] {
        let (code, text) = refusal(small.office.add_attachment(&pasted(&small, name, bytes), at(TUESDAY)));
        assert_eq!(code, "attachment_kind");
        assert!(text.contains(name) && text.contains("PDF"), "{text}");
    }
}

#[test]
fn what_cannot_be_kept_leaves_neither_file_nor_row() {
    let mut small = asks_everything();
    let refused = |small: &mut Small, wish: AddAttachment| refusal(small.office.add_attachment(&wish, at(TUESDAY)));
    let empty = pasted(&small, "空.jpg", &[]);
    assert_eq!(refused(&mut small, empty).0, "attachment_empty");
    let torn = AddAttachment { data: Some("%%%".to_owned()), ..pasted(&small, "a.jpg", &[]) };
    assert_eq!(refused(&mut small, torn).0, "attachment_broken");
    let nobody = AddAttachment { client: None, ..pasted(&small, "a.jpg", &jpeg()) };
    assert_eq!(refused(&mut small, nobody).0, "attachment_nowhere");
    let strange = AddAttachment { client: Some("none".to_owned()), ..pasted(&small, "a.jpg", &jpeg()) };
    assert_eq!(refused(&mut small, strange).0, "not_found");
    let gone = small.dir.path().join("没有.jpg").display().to_string();
    let gone = AddAttachment { path: Some(gone), ..pasted(&small, "", &[]) };
    assert_eq!(refused(&mut small, gone).0, "io");
    assert_eq!((files(&small), of_client(&small)), (Vec::new(), Vec::new()));
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let mut small = asks_everything();
    let path = small.dir.path().join("大.jpg");
    let file = std::fs::File::create(&path).expect("it is made");
    file.set_len(60 << 20).expect("it is long");
    let wish = AddAttachment { path: Some(path.display().to_string()), ..pasted(&small, "", &[]) };
    let (code, text) = refusal(small.office.add_attachment(&wish, at(TUESDAY)));
    assert_eq!(code, "attachment_too_large");
    assert!(text.contains("60 MB") && text.contains("最多 50 MB"), "{text}");
}

#[test]
fn deleting_is_striking_out_with_a_reason_and_the_file_can_still_be_opened() {
    let mut small = asks_everything();
    let file = add(&mut small, "阳台.jpg", &jpeg());
    let strike = |reason: &str| StrikeAttachment { id: file.id.clone(), reason: reason.to_owned() };
    assert_eq!(refusal(small.office.strike_attachment(&strike(" "), at(TUESDAY))).0, "reason_missing");
    small.office.strike_attachment(&strike("拍错了户"), at(TUESDAY)).expect("it is struck out");
    assert_eq!(refusal(small.office.strike_attachment(&strike("拍错了户"), at(TUESDAY))).0, "attachment_struck");
    let [row] = &of_client(&small)[..] else { panic!("it stays") };
    assert_eq!(row.struck.as_deref(), Some("拍错了户 · 2026-09-29 09:00"));

    let opened = small.office.open_attachment(&AttachmentRef { id: file.id.clone() }, at(TUESDAY)).expect("a copy");
    assert!(opened.path.ends_with("阳台.jpg"), "{}", opened.path);
    assert_eq!(std::fs::read(opened.path).expect("it is there"), jpeg());
}

#[test]
fn a_file_that_was_changed_on_the_disk_is_not_shown_as_if_it_were_the_same() {
    let mut small = asks_everything();
    let file = add(&mut small, "阳台.jpg", &jpeg());
    let path = small.dir.path().join("attachments").join(&files(&small)[0]);
    std::fs::write(path, b"other").expect("it is written");
    let open = small.office.open_attachment(&AttachmentRef { id: file.id }, at(TUESDAY));
    assert_eq!(refusal(open).0, "wrong_key_or_corrupt");
}

fn signed(small: &mut Small, call: &RecordFollowUp) -> String {
    let wish = Sign {
        answers: call.tasks[0].clone(),
        png: STANDARD.encode(png()),
        strokes: json!([[{ "x": 1, "y": 2, "time": 3, "pressure": 0.5 }]]),
    };
    small.office.sign(&wish, at(TUESDAY)).expect("it is kept").attachment.id
}

fn with(call: &RecordFollowUp, field: &str, answer: serde_json::Value) -> RecordFollowUp {
    let mut call = call.clone();
    call.tasks[0].answers.insert(field.to_owned(), answer);
    call
}

#[test]
fn a_signature_stands_under_the_answers_as_they_were_and_under_no_others() {
    let mut small = asks_everything();
    let call = visit(reached(&complaint(&small), content("请换灯")));
    let id = signed(&mut small, &call);
    let changed = with(&with(&call, "signed", json!(id)), "words", json!("请换灯和门"));
    let (code, text) = refusal(small.office.record_follow_up(&changed, at(TUESDAY)));
    assert_eq!(code, "form_invalid");
    assert!(text.contains("签名之后内容又改过"), "{text}");

    let written = small.office.record_follow_up(&with(&call, "signed", json!(id)), at(TUESDAY)).expect("it is written");
    let [file] = &of_client(&small)[..] else { panic!("one file") };
    assert_eq!((file.kind.as_str(), file.record.as_deref()), ("signature", Some(written.record.as_str())));
    let sheet = small.office.record_sheet(&RecordRef { record: written.record }).expect("it is there");
    assert!(sheet.record.answers.iter().any(|a| a.label == "业主签名" && a.value == "已签名"));
}

#[test]
fn an_empty_or_broken_signature_is_none() {
    let mut small = asks_everything();
    let call = reached(&complaint(&small), content(""));
    let wish = Sign { answers: call.tasks[0].clone(), png: STANDARD.encode(png()), strokes: json!([]) };
    assert_eq!(refusal(small.office.sign(&wish, at(TUESDAY))).0, "signature_empty");
    let wish = Sign { png: STANDARD.encode(jpeg()), strokes: json!([[{ "x": 1 }]]), ..wish };
    assert_eq!(refusal(small.office.sign(&wish, at(TUESDAY))).0, "attachment_broken");
}

#[test]
fn the_photo_of_a_signed_sheet_is_as_good_and_a_recording_is_not() {
    let mut small = asks_everything();
    let call = visit(reached(&complaint(&small), content("")));
    let tape = add(&mut small, "录音.amr", b"#!AMR\n0123456789abcdef").id;
    let photo = add(&mut small, "签字表.jpg", &jpeg()).id;
    let by_tape = with(&call, "signed", json!([tape]));
    assert_eq!(refusal(small.office.record_follow_up(&by_tape, at(TUESDAY))).0, "form_invalid");
    let mut by_photo = with(&call, "signed", json!([photo]));
    by_photo.attachments.push(tape);
    small.office.record_follow_up(&by_photo, at(TUESDAY)).expect("it is written");
    assert!(of_client(&small).iter().all(|file| file.record.is_some()), "all that was taken belongs to the record");
}

#[test]
fn a_file_of_another_client_answers_nothing() {
    let mut small = asks_everything();
    let other = AddAttachment { client: Some(small.client("乙二")), ..pasted(&small, "a.jpg", &jpeg()) };
    let other = small.office.add_attachment(&other, at(TUESDAY)).expect("it is kept").attachment.id;
    let call = with(&reached(&complaint(&small), content("")), "seen", json!([other]));
    assert_eq!(refusal(small.office.record_follow_up(&call, at(TUESDAY))).0, "form_invalid");
}

#[test]
fn a_correction_of_signed_answers_leaves_the_signature_with_what_was_signed() {
    let mut small = asks_everything();
    let call = visit(reached(&complaint(&small), content("请换灯")));
    let id = signed(&mut small, &call);
    let record =
        small.office.record_follow_up(&with(&call, "signed", json!(id)), at(TUESDAY)).expect("it is written").record;
    let sheet = small.office.record_sheet(&RecordRef { record: record.clone() }).expect("it is there");
    let mut tasks = sheet.tasks.clone();
    tasks[0].answers.insert("words".to_owned(), json!("请换门"));
    let wish = huifang_office::wire::CorrectRecord {
        record: record.clone(),
        tasks,
        channel: sheet.record.channel,
        on: sheet.record.on,
        note: String::new(),
        reason: "写错了".to_owned(),
    };
    let new = small.office.correct_record(&wish, at(TUESDAY)).expect("no second signature is asked for").record;
    let answers = |id: &str| {
        let sheet = small.office.record_sheet(&RecordRef { record: id.to_owned() }).expect("it is there");
        sheet.tasks[0].answers.contains_key("signed")
    };
    assert!(answers(&record) && !answers(&new));
}

/// What stands under 待签字, and the record that the client's story marks so.
fn unsigned(small: &Small) -> (Vec<String>, Option<String>) {
    let list = small.office.list(&listing("unsigned"), at(TUESDAY)).expect("there is a list");
    assert_eq!(list.counts.unsigned, list.total, "the chip counts what it lists");
    let client = ClientId::from(small.client("甲一").as_str());
    let page = small.office.client_page(&client, at(TUESDAY)).expect("there is a page");
    let marked = page.timeline.into_iter().find(|item| item.unsigned).and_then(|item| item.record);
    assert_eq!(list.rows.iter().find_map(|row| row.unsigned.clone()), marked);
    (list.rows.into_iter().map(|row| row.id).collect(), marked)
}

#[test]
fn a_visit_whose_signature_did_not_come_along_waits_until_the_signed_sheet_is_attached() {
    let mut small = asks_everything();
    let task = complaint(&small);
    let call = visit(reached(&task, content("请换灯")));
    let id = signed(&mut small, &call);
    let call = with(&call, "signed", json!(id));
    let record = small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written").record;
    assert_eq!(unsigned(&small), (vec![], None), "it is signed");

    let sheet = small.office.record_sheet(&RecordRef { record: record.clone() }).expect("it is there");
    let mut tasks = sheet.tasks.clone();
    tasks[0].answers.insert("words".to_owned(), json!("请换门"));
    let wish = huifang_office::wire::CorrectRecord {
        record,
        tasks,
        channel: "home_visit".to_owned(),
        on: sheet.record.on,
        note: String::new(),
        reason: "写错了".to_owned(),
    };
    let new = small.office.correct_record(&wish, at(TUESDAY)).expect("no second signature is asked for").record;
    assert_eq!(unsigned(&small), (vec![task.clone()], Some(new.clone())));

    let photo = AddAttachment { client: None, record: Some(new), ..pasted(&small, "签好的表.jpg", &jpeg()) };
    let written = small.office.add_attachment(&photo, at(TUESDAY)).expect("it is kept");
    assert_eq!(written.changed, ["attachment", "record"], "the list is looked at again");
    assert_eq!(unsigned(&small), (vec![], None));
    let strike = StrikeAttachment { id: written.attachment.id, reason: "拍糊了".to_owned() };
    small.office.strike_attachment(&strike, at(TUESDAY)).expect("it is struck out");
    assert_eq!(unsigned(&small).0, [task], "a struck-out photo signs nothing");
}

#[test]
fn who_did_not_want_to_sign_is_waited_for_no_longer() {
    let mut small = asks_everything();
    let mut call = visit(reached(&complaint(&small), content("")));
    let gap = Gap { why: "refused".to_owned(), reason: "不愿签名".to_owned() };
    call.tasks[0].unanswered.insert("signed".to_owned(), gap);
    small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written");
    assert_eq!(unsigned(&small), (vec![], None));
}

#[test]
fn a_visit_of_which_it_is_said_that_the_client_has_not_signed_waits_and_a_call_does_not() {
    let not_signed = |channel: &str| {
        let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TUESDAY));
        let task = small.line(TUESDAY, "complaint", "TS1").id;
        let mut call = RecordFollowUp { channel: channel.to_owned(), ..asked(&task, "满意", "王芳") };
        call.tasks[0].answers.insert("signed".to_owned(), json!(false));
        small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written");
        unsigned(&small).0 == [task]
    };
    assert_eq!(["home_visit", "phone"].map(not_signed), [true, false]);
}

/// All text of a form as a reader of the PDF copies it, and how many pictures are in it.
fn printed(small: &Small, sheet: Option<&RecordFollowUp>) -> (String, usize) {
    let task = TaskId::from(complaint(small).as_str());
    let paper = small.office.print_form(&task, false, sheet, at(TUESDAY)).expect("it is set");
    let pdf = lopdf::Document::load_mem(&paper.pdf().expect("a PDF")).expect("it can be read");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let is_image = |object: &lopdf::Object| {
        let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Subtype").ok()?.as_name().ok());
        kind == Some(&b"Image"[..])
    };
    let pictures = pdf.objects.values().filter(|object| is_image(object)).count();
    (pdf.extract_text(&pages).expect("it has text").chars().filter(|c| !c.is_whitespace()).collect(), pictures)
}

#[test]
fn the_filled_form_shows_signature_and_photos_what_stays_open_and_what_stands_on_the_screen() {
    let mut small = asks_everything();
    let photo = add(&mut small, "阳台渗水.jpg", &jpeg()).id;
    let call = visit(reached(&complaint(&small), content("请换灯")));
    let call = with(&with(&call, "seen", json!([photo])), "times", json!(3));
    let id = signed(&mut small, &call);
    let call = with(&call, "signed", json!(id));

    let (text, pictures) = printed(&small, Some(&call));
    for words in ["□✓1满意", "请换灯", "3次", "阳台渗水.jpg", "现场签名图像", "0到20", "□✓上门"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(pictures >= 2, "photo and signature, found {pictures}");

    let draft = RecordFollowUp { outcome: String::new(), ..call.clone() };
    assert!(!printed(&small, Some(&draft)).0.contains("□✓1接通"), "the outcome is not said yet");
    small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written");
    assert_eq!(printed(&small, None).1, pictures, "what was written down is printed as it was seen");
}
