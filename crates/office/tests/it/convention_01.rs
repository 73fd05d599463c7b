//! Convention 1: one search box for everything. Whoever hears a name finds the client, however the name is written.

use crate::common::{Small, at};
use huifang_office::wire::{SearchAnswer, SearchQuery};

const TODAY: &str = "2026-09-29";

/// Clients as a list has them: name, room, telephone.
const CLIENTS: &[[&str; 3]] = &[
    ["单雄信", "17栋2单元0901", "13800138001"],
    ["翟伟芳", "17栋2单元0902", "13800138002"],
    ["吕小明", "17栋2单元0903", "13800138003"],
    ["仇英", "17栋2单元0904", "13800138004"],
    ["曾国藩", "17栋2单元1001", "13800138005"],
    ["查良镛", "17栋2单元1002", "13800138006"],
    ["解缙", "17栋2单元1003", "13800138007"],
    ["区寄", "17栋2单元1004", "13800138008"],
    ["盖叫天", "17栋2单元1101", "13800138009"],
    ["尉迟恭", "17栋2单元1102", "13800138010"],
    ["万俟卨", "17栋2单元1103", "13800138011"],
    ["欧阳修", "17栋2单元1104", "13800138012"],
];

fn office() -> Small {
    let mut small = Small::new(&["002-12"], "2026-01-01", at(TODAY));
    let rows: String = CLIENTS.iter().map(|[name, room, phone]| format!("{room},{name},{phone}\n")).collect();
    small.import("业主档案.csv", &format!("房号,业主姓名,联系电话\n{rows}"), at(TODAY));
    small
}

fn search(small: &Small, find: &str) -> SearchAnswer {
    let query = SearchQuery { find: find.to_owned(), recent: Vec::new(), limit: 8 };
    small.office.search(&query, at(TODAY)).expect("a search")
}

/// Each of these finds this client, and marks something of him.
fn all_find(typed: &[&str], name: &str) {
    let small = office();
    for typed in typed {
        let found = search(&small, typed);
        let hit = found.clients.iter().find(|hit| hit.client.name == name);
        let hit = hit.unwrap_or_else(|| panic!("{typed} finds {name}, found {:#?}", found.clients));
        assert!(!hit.matched.as_ref().expect("what was matched").hit.is_empty(), "{typed} is marked in {name}");
    }
}

#[test]
fn convention_01_both_readings_of_a_surname_find_him() {
    all_find(&["dxx", "sxx", "shanxx", "danxx", "shanxiongxin", "单xx", "单雄信"], "单雄信");
}

#[test]
fn convention_01_syllables_initials_and_characters_mix() {
    all_find(&["zhaiwf", "翟wf", "zwfang", "zhaiweif", "zweif", "dwf", "伟芳"], "翟伟芳");
}

#[test]
fn convention_01_lv_is_typed_in_three_ways() {
    all_find(&["lvxm", "luxm", "lyuxm", "lvxiaoming", "lxm"], "吕小明");
}

#[test]
fn convention_01_every_surname_that_is_read_in_two_ways() {
    all_find(&["qiuying", "chouying", "qy", "cy"], "仇英");
    all_find(&["zenggf", "cenggf", "zgf", "cgf"], "曾国藩");
    all_find(&["zhaly", "chaly", "zly", "cly"], "查良镛");
    all_find(&["xiejin", "jiejin", "xj", "jj"], "解缙");
    all_find(&["ouji", "quji", "oj", "qj"], "区寄");
    all_find(&["gejt", "gaijt", "gjt"], "盖叫天");
}

#[test]
fn convention_01_compound_surnames() {
    all_find(&["yuchig", "ycg", "weichig", "wcg", "yuchigong"], "尉迟恭");
    all_find(&["moqi", "mqx", "wqx", "wansi"], "万俟卨");
    all_find(&["oyx", "ouyangx", "ouyangxiu", "欧阳x"], "欧阳修");
}

#[test]
fn convention_01_the_tail_of_a_telephone_and_a_room_by_its_numbers() {
    all_find(&["8007", "138007", "13800138007"], "解缙");
    all_find(&["17-2-901", "17-2-0901", "17栋2单元0901", "0901"], "单雄信");
}
