//! Doubtful data: found, put aside with a reason, and back when the data are others.

use crate::common::{Small, at};
use huifang_office::wire::{AcceptDoubt, ClientEdit, Doubt, DoubtRef};

const TODAY: &str = "2026-09-29";

const ODD: &str = "\
房号,业主姓名,联系电话,身份证号,性别,出生日期,建档日期
1栋1单元0101,甲一,13800000001,11010519491231002X,男,1950-01-01,2020-01-01
1栋1单元0102,乙二,13800000001,110105194912310021,,1901-03-02,
1栋1单元0103,丙三,,,,,2027-05-01
";

fn office() -> Small {
    let mut small = Small::new(&["002-12"], "2026-01-01", at(TODAY));
    small.import("业主档案.csv", ODD, at(TODAY));
    small
}

fn doubts(small: &Small) -> Vec<Doubt> {
    small.office.doubts(at(TODAY)).expect("doubts are listed").doubts
}

fn texts(small: &Small, kind: &str) -> Vec<String> {
    doubts(small).into_iter().filter(|doubt| doubt.kind == kind).map(|doubt| doubt.text).collect()
}

#[test]
fn each_kind_of_doubt_is_found_and_says_what_is_wrong() {
    let small = office();
    let shared = texts(&small, "shared_phone");
    assert_eq!(shared.len(), 1);
    assert!(shared[0].starts_with("2 位客户登记了同一电话 13800000001"), "{shared:?}");
    let mut ids = texts(&small, "id_number");
    ids.sort_unstable();
    assert_eq!(
        ids,
        [
            "出生日期 1950-01-01 与身份证号不符(身份证上是 1949-12-31)",
            "性别与身份证号不符(身份证上是女)",
            "身份证校验位不对,请核对最后一位:110105194912310021",
        ]
    );
    assert_eq!(texts(&small, "missing"), ["缺少电话"]);
    let mut dates = texts(&small, "date");
    dates.sort_unstable();
    assert_eq!(dates, ["出生日期不可能:1901-03-02", "建档日期还没到:2027-05-01"]);
}

#[test]
fn a_milestone_more_than_a_year_ahead_is_doubted() {
    let mut small = office();
    let list =
        "编号,投诉日期,房号,投诉内容,等级,受理人,处理完毕日期\nTS1,2026-06-30,1栋1单元0101,电梯,一般,前台,2062-09-28\n";
    small.import("投诉登记.csv", list, at(TODAY));
    let far = texts(&small, "far_date");
    assert_eq!(far.len(), 1);
    assert!(far[0].contains("TS1") && far[0].contains("2062-09-28"), "{far:?}");
}

#[test]
fn a_household_may_share_a_telephone() {
    let mut small = office();
    let clients = vec![small.client("甲一"), small.client("乙二")];
    small.office.join_household(&huifang_office::wire::JoinHousehold { clients }, at(TODAY)).expect("they are joined");
    assert!(texts(&small, "shared_phone").is_empty());
    assert_eq!(small.office.duplicates(at(TODAY)).expect("pairs are listed").total, 0);
}

#[test]
fn what_somebody_found_in_order_comes_back_when_the_data_are_others() {
    let mut small = office();
    let doubt = doubts(&small).into_iter().find(|doubt| doubt.text.contains("性别")).expect("it is doubted");
    let accept = AcceptDoubt { doubt: doubt.doubt.clone(), data: doubt.data, reason: "证件登记有误".to_owned() };
    small.office.accept_doubt(&accept, at(TODAY)).expect("it is put aside");
    let list = small.office.doubts(at(TODAY)).expect("doubts are listed");
    assert!(list.doubts.iter().all(|d| d.doubt != doubt.doubt));
    assert_eq!(list.accepted, 1);

    small.office.doubt_again(&DoubtRef { doubt: doubt.doubt.clone() }, at(TODAY)).expect("it is doubted again");
    assert!(doubts(&small).iter().any(|d| d.doubt == doubt.doubt));

    let born = doubts(&small).into_iter().find(|doubt| doubt.text.contains("1950-01-01")).expect("it is doubted");
    let accept = AcceptDoubt { doubt: born.doubt.clone(), data: born.data, reason: "按农历登记".to_owned() };
    small.office.accept_doubt(&accept, at(TODAY)).expect("it is put aside");
    let edit = ClientEdit { born: "1950-02-02".to_owned(), ..crate::archive::form_of(&small, "甲一") };
    small.office.save_client(&edit, at(TODAY)).expect("it is saved");
    assert!(texts(&small, "id_number").iter().any(|text| text.contains("1950-02-02")), "another day is another doubt");
}
