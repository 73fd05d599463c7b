//! Whom a row means, what a second import changes, and what no import may change.

use huifang_core::domain::{Client, FieldValue, Matter};
use huifang_intake::{
    Archive, Code, Entity, Field, Held, ImportPlan, ListKind, Mapping, Request, plan_import, read_bytes,
};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

fn plan_as(archive: &Archive, file: &str, text: &str, request: &Request) -> ImportPlan {
    let book = read_bytes(file, text.as_bytes()).unwrap();
    plan_import(&book, request, archive, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn import(archive: &mut Archive, file: &str, text: &str) -> ImportPlan {
    let plan = plan_as(archive, file, text, &Request::default());
    archive.apply(&plan);
    plan
}

/// Created, updated, unchanged, rejected.
fn counts(plan: &ImportPlan) -> (usize, usize, usize, usize) {
    (plan.created, plan.updated, plan.unchanged, plan.rejected.len())
}

fn client<'a>(archive: &'a Archive, name: &str) -> &'a Client {
    archive.clients().find(|client| client.name == name).unwrap()
}

fn matter<'a>(archive: &'a Archive, no: &str) -> &'a Matter {
    archive.matters().find(|matter| matter.no.as_deref() == Some(no)).unwrap()
}

fn phones(client: &Client) -> Vec<&str> {
    client.own_phones().collect()
}

const PATIENTS: &str =
    "病历号,姓名,性别,联系电话,出生日期,备注\nA1,张三,男,13800138000,1980-01-02,怕疼\nA2,李四,女,13900139000,,\n";

#[test]
fn rows_that_contradict_each_other_change_nothing_the_second_time() {
    let mut archive = Archive::default();
    let twice = "病历号,姓名,联系电话\nA1,张三,13800138000\nA1,张三,13700137000\nA2,李四,13900139000\n";
    assert_eq!(
        counts(&import(&mut archive, "患者.csv", twice)),
        (2, 1, 0, 0),
        "the second row changes what the first made"
    );
    let again = import(&mut archive, "患者.csv", twice);
    assert_eq!(counts(&again), (0, 0, 3, 0), "at the end all is as it was");
    assert!(again.changes.is_empty());
    assert_eq!(phones(client(&archive, "张三")), ["13700137000"]);
}

#[test]
fn a_changed_cell_updates_and_an_empty_one_erases_nothing() {
    let mut archive = Archive::default();
    assert_eq!(counts(&import(&mut archive, "患者.csv", PATIENTS)), (2, 0, 0, 0));
    let later = "病历号,姓名,性别,联系电话,出生日期,备注\nA1,张三,,13700137000,,\nA2,李四,女,13900139000,,\n";
    assert_eq!(counts(&import(&mut archive, "患者.csv", later)), (0, 1, 1, 0));
    let changed = client(&archive, "张三");
    assert_eq!(phones(changed), ["13700137000"]);
    assert_eq!(
        (changed.born.unwrap().to_string(), changed.fields["remark"].text()),
        ("1980-01-02".to_owned(), "怕疼".to_owned())
    );
}

#[test]
fn what_a_person_corrected_no_import_overwrites() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let mut corrected = client(&archive, "张三").clone();
    corrected.contacts[0].phones = vec!["13600136000".to_owned()];
    corrected.fields.insert("remark".to_owned(), "不怕疼".into());
    let names = ["phones", "remark"].map(str::to_owned);
    let held = Held::from([(corrected.id.0.clone(), BTreeSet::from(names))]);
    let mut archive = Archive::new(vec![corrected], Vec::new(), Vec::new(), held);

    let plan = import(&mut archive, "患者.csv", &PATIENTS.replace("1980-01-02", "1981-01-02"));
    assert_eq!(counts(&plan), (1, 1, 0, 0));
    let kept = client(&archive, "张三");
    assert_eq!((phones(kept), kept.fields["remark"].text()), (vec!["13600136000"], "不怕疼".to_owned()));
    assert_eq!(kept.born.unwrap().to_string(), "1981-01-02");
}

#[test]
fn undoing_an_import_and_doing_it_again_gives_the_same_ids() {
    let ids = |plan: &ImportPlan| plan.changes.iter().map(|change| change.after.id().to_owned()).collect::<Vec<_>>();
    let first = import(&mut Archive::default(), "患者.csv", PATIENTS);
    let again = import(&mut Archive::default(), "患者.csv", PATIENTS);
    assert_eq!(ids(&first), ids(&again));
    assert_eq!(ids(&first).iter().collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn what_could_not_be_understood_is_kept_until_it_is() {
    let mut archive = Archive::default();
    let plan = import(&mut archive, "患者.csv", "病历号,姓名,联系电话,出生日期\nA1,张三,12345,不详\nA9,王五,无,-\n");
    let codes: Vec<_> = plan.warnings.iter().map(|warning| (warning.column.as_str(), warning.code)).collect();
    assert_eq!(codes, [("联系电话", Code::PhoneInvalid), ("出生日期", Code::DateInvalid)]);
    let odd = client(&archive, "张三");
    assert_eq!((odd.fields["联系电话"].text(), odd.fields["出生日期"].text()), ("12345".to_owned(), "不详".to_owned()));

    import(&mut archive, "患者.csv", "病历号,姓名,联系电话,出生日期\nA1,张三,13800138000,1980年1月2日\n");
    let mended = client(&archive, "张三");
    assert_eq!((phones(mended), mended.fields.len()), (vec!["13800138000"], 0));
}

#[test]
fn one_number_under_two_names_is_rejected_and_comes_back_to_be_mended() {
    let mut archive = Archive::default();
    let list = "病历号,姓名,联系电话\nA1,张三,13800138000\nA1,王五,13700137000\nA2,,13600136000\n";
    let plan = import(&mut archive, "患者.csv", list);
    let rejected: Vec<_> = plan.rejected.iter().map(|rejected| (rejected.row, rejected.code)).collect();
    assert_eq!(rejected, [(3, Code::RecordNoConflict), (4, Code::MissingName)]);

    let [sheet] = plan.rejected_rows() else { panic!("one sheet") };
    assert_eq!(sheet.titles, ["病历号", "姓名", "联系电话"]);
    assert!(sheet.rows[0].reason.contains("张三") && sheet.rows[0].reason.contains("王五"));
    let cells: Vec<_> = sheet.rows[0].cells.iter().map(|cell| cell.text()).collect();
    let mended = format!("{}\n{}\n", sheet.titles.join(","), cells.join(",").replace("A1", "A3"));
    assert_eq!(counts(&import(&mut archive, "改正.csv", &mended)), (1, 0, 0, 0));
}

#[test]
fn a_client_without_a_number_is_found_by_identity_number_by_room_or_by_name_with_telephone() {
    let mut archive = Archive::default();
    import(
        &mut archive,
        "业主名单.csv",
        "业主姓名,房号,联系电话,身份证号\n张三,9栋1单元1501,13800138000,11010519491231002X\n",
    );
    import(&mut archive, "客户名单.csv", "姓名,联系电话,性别\n李四,13900139000,女\n");
    for row in ["张三,,,11010519491231002x", "张三,9-1-1501,,", "张三,9号楼1单元1501室,,"] {
        let plan = import(&mut archive, "业主名单.csv", &format!("业主姓名,房号,联系电话,身份证号\n{row}\n"));
        assert_eq!(counts(&plan), (0, 0, 1, 0), "{row}");
    }
    let by_phone = import(&mut archive, "客户名单.csv", "姓名,联系电话,性别\n李 四,139-0013-9000,\n");
    assert_eq!(counts(&by_phone), (0, 0, 1, 0));
    let other_phone = import(&mut archive, "客户名单.csv", "姓名,联系电话,性别\n李四,13900139001,\n");
    assert_eq!(counts(&other_phone), (1, 0, 0, 0));
}

#[test]
fn nobody_is_found_by_the_telephone_of_a_contact() {
    let mut archive = Archive::default();
    import(&mut archive, "患者名单.csv", "病历号,姓名,性别,联系电话,联系人,联系人电话\nA1,张三,男,,张父,13800138000\n");
    assert_eq!(phones(client(&archive, "张三")), [""; 0]);
    let plan = import(&mut archive, "患者名单.csv", "姓名,性别,联系电话\n张三,男,13800138000\n");
    assert_eq!(counts(&plan), (1, 0, 0, 0));
}

#[test]
fn an_owner_of_two_rooms_is_two_households_and_two_people_in_a_room_are_two_clients() {
    let mut archive = Archive::default();
    let list =
        "房号,业主姓名,联系电话\n9-1-1501,张三,13800138000\n9-1-1502,张三,13800138000\n9-1-1501,李四,13900139000\n";
    let first = import(&mut archive, "业主档案.csv", list);
    assert_eq!(counts(&first), (3, 0, 0, 0));
    assert_eq!(first.warnings.iter().map(|w| (w.row, w.code)).collect::<Vec<_>>(), [(3, Code::PhoneShared)]);
    assert_eq!(counts(&import(&mut archive, "业主档案.csv", list)), (0, 0, 3, 0));
}

#[test]
fn a_room_with_a_new_name_in_a_later_list_is_the_same_client_renamed() {
    let mut archive = Archive::default();
    import(&mut archive, "业主档案.csv", "房号,业主姓名,联系电话\n9-1-1501,张山,13800138000\n");
    let plan = import(&mut archive, "业主档案.csv", "房号,业主姓名,联系电话\n9-1-1501,张三,13800138000\n");
    assert_eq!(counts(&plan), (0, 1, 0, 0));
    assert_eq!(archive.clients().count(), 1);
}

#[test]
fn a_name_alone_is_new_and_the_same_row_again_is_not() {
    let mut archive = Archive::default();
    let list = "姓名,性别,备注\n张三,男,甲\n张三,男,乙\n张三,男,甲\n";
    assert_eq!(counts(&import(&mut archive, "客户名单.csv", list)), (2, 0, 1, 0));
    assert_eq!(counts(&import(&mut archive, "客户名单.csv", list)), (0, 0, 3, 0));
}

const HOUSEHOLDS: &str = "房号,业主姓名,联系电话\n9-1-1501,张三,13800138000\n";
const COMPLAINTS: &str = "编号,投诉日期,房号,投诉人,电话,投诉内容,等级,处理完毕日期,备注\n";

#[test]
fn a_matter_of_an_unknown_client_is_rejected_and_an_anonymous_complaint_is_kept() {
    let mut archive = Archive::default();
    import(&mut archive, "业主档案.csv", HOUSEHOLDS);
    let rows = "T1,2026-09-28,9-1-1501,张三,13800138000,噪音,一般,2026-09-30,\n\
                T2,2026-09-28,9-1-1502,王五,13700137000,噪音,重大,,\n\
                T3,2026-09-28,,,,噪音,重要,2026-09-30,上级转办,只需复函\n\
                T4,2026-09-28,,张三,13800138000,噪音,特殊,,\n\
                T5,2026-09-28,,张三,,噪音,,,\n";
    let plan = import(
        &mut archive,
        "投诉.csv",
        &format!("{COMPLAINTS}{}", rows.replace("上级转办,只需", "\"上级转办,只需").replace("复函", "复函\"")),
    );
    assert_eq!(counts(&plan), (3, 0, 0, 2));
    assert!(plan.rejected.iter().all(|rejected| rejected.code == Code::UnknownClient));
    assert_eq!(plan.rejected[0].found, "9栋1单元1502 王五 13700137000");

    let anonymous = matter(&archive, "T3");
    assert!(anonymous.participants.is_empty());
    assert_eq!((&anonymous.fields["anonymous"], &anonymous.fields["reply_only"]), (&true.into(), &true.into()));
    let odd = matter(&archive, "T4");
    assert_eq!((odd.severity.as_deref(), odd.fields["等级"].text()), (None, "特殊".to_owned()));
    assert_eq!(odd.fields["anonymous"], FieldValue::Bool(false));
}

#[test]
fn a_caller_who_is_not_the_client_is_kept_by_name_and_number() {
    let mut archive = Archive::default();
    import(&mut archive, "业主档案.csv", HOUSEHOLDS);
    let row = "T1,2026-09-28,9-1-1501,租客,13700137000/13800138000,噪音,一般,,\n";
    import(&mut archive, "投诉.csv", &format!("{COMPLAINTS}{row}"));
    let complaint = matter(&archive, "T1");
    assert_eq!(
        (complaint.fields["投诉人"].text(), complaint.fields["电话"].text()),
        ("租客".into(), "13700137000".into())
    );
    assert_eq!(phones(client(&archive, "张三")), ["13800138000"]);
}

#[test]
fn a_matter_that_goes_on_gets_its_next_milestone_and_keeps_the_ids_of_the_others() {
    let mut archive = Archive::default();
    import(&mut archive, "业主档案.csv", HOUSEHOLDS);
    let row = |handled: &str| format!("{COMPLAINTS}T1,2026-09-28,9-1-1501,张三,,噪音,一般,{handled},\n");
    import(&mut archive, "投诉.csv", &row(""));
    let before = matter(&archive, "T1").milestone("received").unwrap().clone();
    assert_eq!(counts(&import(&mut archive, "投诉.csv", &row("2026-09-30"))), (0, 1, 0, 0));
    assert_eq!(counts(&import(&mut archive, "投诉.csv", &row("2026-10-01"))), (0, 1, 0, 0));
    let after = matter(&archive, "T1");
    assert_eq!((after.milestones.len(), after.milestone("received")), (2, Some(&before)));
    assert_eq!(after.milestone("handled").unwrap().on.to_string(), "2026-10-01");
    assert_eq!(counts(&import(&mut archive, "投诉.csv", &row(""))), (0, 0, 1, 0));
}

#[test]
fn a_changed_state_of_an_appointment_takes_the_old_outcome_back() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let row = |status: &str| {
        format!(
            "预约号,病历号,姓名,登记时间,预约就诊时间,状态\nY1,A1,张三,2026-09-01 10:00,2026-09-10 09:30,{status}\n"
        )
    };
    let mut states = Vec::new();
    for status in ["待就诊", "未到诊", "已到诊", "已取消"] {
        import(&mut archive, "预约.csv", &row(status));
        let outcome = matter(&archive, "Y1").milestones.get(2).map(|m| format!("{} {}", m.kind, m.on));
        states.push(outcome.unwrap_or_default());
    }
    assert_eq!(states, ["", "missed 2026-09-10T09:30", "arrived 2026-09-10T09:30", "cancelled 2026-09-01"]);
    assert_eq!(matter(&archive, "Y1").milestones.len(), 3);
}

#[test]
fn an_appointment_with_the_number_of_one_and_the_name_of_another_is_nobodys() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let list = "预约号,病历号,姓名,登记时间,预约就诊时间\nY1,A1,李四,2026-09-01 10:00,2026-09-10 09:30\n";
    assert_eq!(import(&mut archive, "预约.csv", list).rejected[0].code, Code::RecordNoConflict);
}

#[test]
fn a_patient_who_comes_back_has_a_second_stay_under_his_old_number() {
    let mut archive = Archive::default();
    let list = "住院号,姓名,科室,入院日期,出院日期,联系电话\nZ1,张三,骨科,2026-01-01,2026-01-10,13800138000\nZ1,张三,骨科,2026-03-01,2026-03-10,13800138000\n";
    assert_eq!(counts(&import(&mut archive, "出院.csv", list)), (2, 0, 0, 0));
    assert_eq!((archive.clients().count(), archive.matters().count()), (1, 2));
    assert_eq!(counts(&import(&mut archive, "出院.csv", list)), (0, 0, 2, 0));
}

#[test]
fn a_patient_who_comes_back_under_a_new_number_is_the_same_patient() {
    let mut archive = Archive::default();
    let list = "住院号,姓名,科室,入院日期,出院日期,联系电话\nZ1,张三,骨科,2026-01-01,2026-01-10,13800138000\nZ2,张三,骨科,2026-03-01,2026-03-10,13800138000\n";
    assert_eq!(counts(&import(&mut archive, "出院.csv", list)), (2, 0, 0, 0));
    assert_eq!((archive.clients().count(), client(&archive, "张三").no.as_deref()), (1, Some("Z1")));
    assert_eq!(counts(&import(&mut archive, "出院.csv", list)), (0, 0, 2, 0));
}

#[test]
fn one_number_for_the_matters_of_two_clients_is_rejected_within_a_file() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let list = "订单号,病历号,姓名,商品名称,购买日期\nD1,A1,张三,床,2026-09-01\nD1,A2,李四,椅,2026-09-01\n";
    let plan = import(&mut archive, "订单.csv", list);
    assert_eq!((plan.kind.code(), counts(&plan)), ("purchase", (1, 0, 0, 1)));
    assert_eq!(plan.rejected[0].code, Code::RecordNoConflict);
}

#[test]
fn a_list_that_is_numbered_anew_each_month_overwrites_nothing() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let months = [
        "订单号,病历号,商品名称,购买日期\n1,A1,床,2026-08-01\n",
        "订单号,病历号,商品名称,购买日期\n1,A2,椅,2026-09-01\n",
    ];
    for month in months {
        assert_eq!(counts(&import(&mut archive, "订单.csv", month)), (1, 0, 0, 0));
    }
    for month in months {
        assert_eq!(counts(&import(&mut archive, "订单.csv", month)), (0, 0, 1, 0));
    }
}

#[test]
fn a_matter_whose_client_was_mistyped_is_mended_by_the_next_list() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    import(&mut archive, "订单.csv", "订单号,病历号,商品名称,购买日期\n1,A1,床,2026-08-01\n");
    let plan = import(&mut archive, "订单.csv", "订单号,病历号,商品名称,购买日期\n1,A2,床,2026-08-01\n");
    assert_eq!(counts(&plan), (0, 1, 0, 0));
    let participants: Vec<_> = matter(&archive, "1").participants.iter().map(|p| p.client.clone()).collect();
    assert_eq!(participants, [client(&archive, "李四").id.clone()]);
}

#[test]
fn matters_without_a_number_are_told_apart_by_client_day_and_content() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let list = "姓名,联系电话,商品名称,购买日期,金额\n张三,13800138000,床,2026-09-01,100\n张三,13800138000,床,2026-09-01,100\n\
                张三,13800138000,床,2026-09-01,120\n张三,13800138000,椅,2026-09-01,100\n";
    assert_eq!(counts(&import(&mut archive, "订单.csv", list)), (3, 0, 1, 0));
    assert_eq!(counts(&import(&mut archive, "订单.csv", list)), (0, 0, 4, 0));
}

#[test]
fn titles_totals_remarks_and_blank_rows_are_no_entries() {
    let list = "某某门诊患者名单,,\n制表日期:2026-09-28,,\n序号,姓名,手机\n1,张三,13800138000\n,,\n序号,姓 名,手机\n2,李四,\n\
                本页小计,2,\n合计,2,\n说明:以上名单仅供内部使用,不得外传,\n";
    let plan = import(&mut Archive::default(), "a.csv", list);
    assert_eq!((plan.rows, counts(&plan)), (2, (2, 0, 0, 0)));
    assert_eq!(plan.changes.iter().map(|change| change.row).collect::<Vec<_>>(), [4, 7]);
}

#[test]
fn a_saved_mapping_makes_an_unknown_list_known() {
    let mut archive = Archive::default();
    import(&mut archive, "患者.csv", PATIENTS);
    let columns = [("谁", "name"), ("号", "client_no"), ("哪天", "on.concluded")];
    let mapping = Mapping {
        kind: Some(ListKind::from("mediation")),
        columns: columns.map(|(title, field)| (title.to_owned(), Field::from(field))).into(),
    };
    let request = Request { mapping: Some(mapping), ..Request::default() };
    let plan = plan_as(&archive, "台账.csv", "谁,号,哪天,其他\n张三,A1,2026-09-01,无\n", &request);
    assert_eq!((plan.kind.code(), counts(&plan)), ("mediation", (1, 0, 0, 0)));
    let Entity::Matter(mediation) = &plan.changes[0].after else { panic!("a matter") };
    assert_eq!((mediation.kind.as_str(), mediation.milestones[0].kind.as_str()), ("mediation", "concluded"));
    assert_eq!(mediation.fields["其他"].text(), "无");
}

#[test]
fn staff_have_post_areas_and_state() {
    let mut archive = Archive::default();
    let list = "姓名,岗位,部门,手机,状态,责任区域\n贺静,物业助理,客服部,13800138000,在岗,3栋、4栋\n李志,维修工,工程部,,离职,\n,维修工,工程部,,,\n";
    let plan = import(&mut archive, "员工.csv", list);
    assert_eq!((plan.kind.code(), counts(&plan)), ("staff", (2, 0, 0, 1)));
    let of = |name: &str| archive.staff().find(|staff| staff.name == name).unwrap();
    assert_eq!(
        (of("贺静").role.as_str(), of("贺静").areas.as_slice()),
        ("物业助理", &["3栋".to_owned(), "4栋".to_owned()][..])
    );
    assert_eq!((of("贺静").active, of("李志").active), (true, false));
}

#[test]
fn the_plan_prints_as_the_headless_host_promises() {
    let mut archive = Archive::default();
    let plan = import(&mut archive, "患者.csv", "病历号,姓名,联系电话\nA1,张三,12345\nA2,,\n");
    let json = serde_json::to_value(&plan).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "file": "患者.csv", "as": "clients", "rows": 2, "created": 1, "updated": 0, "unchanged": 0,
            "rejected": [{"sheet": "患者", "row": 3, "code": "missing_name", "found": "A2"}],
            "warnings": [{"sheet": "患者", "row": 2, "column": "联系电话", "code": "phone_invalid", "found": "12345"}],
        })
    );
}
