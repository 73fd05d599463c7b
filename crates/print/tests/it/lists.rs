//! Lists and cards: numbers, repeated heads, empty lists, long ones.

use crate::builders::{all_text, day, facts, header, read_back, round, visit};
use huifang_print::{ArchiveCard, DrawSheet, Happening, Lot, LotRow, MatterSheet, Round, Step, VisitList};

fn street(doors: usize) -> VisitList {
    round((1..=doors).map(|n| visit(&format!("住户{n}号"), &format!("3栋2单元{n:04}"))).collect())
}

#[test]
fn each_visit_has_its_number_and_every_page_its_head() {
    let pages = read_back(&street(200).paper().expect("it is set"));
    assert_eq!(pages.len(), 29, "seven doors a page");
    for page in &pages {
        assert!(page.contains("序号") && page.contains("签字"), "{page}");
    }
    let text = pages.concat();
    let mut rest = text.as_str();
    for n in 1..=200 {
        let row = format!("{n}住户{n}号3栋2单元{n:04}13800000001投诉回访最迟2026-10-10");
        let at = rest.find(&row).unwrap_or_else(|| panic!("{row} comes next"));
        rest = &rest[at + row.len()..];
    }
}

#[test]
fn each_person_begins_on_a_page_of_his_own_with_number_1() {
    let mut list = street(2);
    list.rounds.push(Round { person: "李娜".to_owned(), visits: vec![visit("乙二", "1栋1单元0102")] });
    let pages = read_back(&list.paper().expect("it is set"));
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("回访人王芳") && pages[0].contains("共2户"));
    assert!(pages[1].contains("回访人李娜") && pages[1].contains("1乙二"));
}

#[test]
fn an_empty_list_says_so() {
    let none = VisitList { rounds: Vec::new(), on: None, ..street(0) };
    for list in [street(0), none] {
        let text = all_text(&list.paper().expect("it is set"));
        assert!(text.contains("没有要上门的回访"), "{text}");
    }
    let card = all_text(&card(0).paper().expect("it is set"));
    for words in ["没有登记电话", "没有未完成的回访", "还没有记录"] {
        assert!(card.contains(words), "{words} in {card}");
    }
    let draw = all_text(&draw(0).paper().expect("it is set"));
    assert!(draw.contains("总体里没有对象"), "{draw}");
}

fn card(happenings: u32) -> ArchiveCard {
    let story = (0..happenings).map(|n| Happening {
        on: day("2026-09-30"),
        title: format!("电话 · 接通 {n}"),
        lines: vec!["投诉回访".to_owned(), "是否满意:满意".to_owned()],
    });
    ArchiveCard {
        header: header(),
        client_term: "业主".to_owned(),
        name: "李建国".to_owned(),
        no: String::new(),
        facts: facts(&[("房号", "3栋2单元1501"), ("建档", "2019-05-01")]),
        phones: Vec::new(),
        open: Vec::new(),
        story: story.collect(),
    }
}

#[test]
fn a_long_story_breaks_over_pages_with_its_head() {
    let pages = read_back(&card(80).paper().expect("it is set"));
    assert!(pages.len() > 2);
    assert!(pages.iter().all(|page| page.contains("日期事情")));
}

fn matter(steps: usize, voided: bool) -> MatterSheet {
    let step = |n: usize| Step {
        name: format!("节点{n}"),
        on: "2026-09-30 09:00".to_owned(),
        note: "换了门机皮带".to_owned(),
    };
    MatterSheet {
        header: header(),
        kind: "投诉".to_owned(),
        no: "TS260388".to_owned(),
        stage: "处理完毕".to_owned(),
        facts: facts(&[("业主", "李建国"), ("内容", "电梯故障")]),
        steps: (1..=steps).map(step).collect(),
        tasks: Vec::new(),
        story: Vec::new(),
        voided,
    }
}

#[test]
fn the_sheet_of_a_matter_says_what_it_is_how_it_went_and_where_to_sign() {
    let text = all_text(&matter(2, false).paper().expect("it is set"));
    let expected =
        ["投诉登记单", "TS260388", "李建国", "节点1", "节点2", "换了门机皮带", "没有由此而来的回访", "经办人:"];
    for words in expected {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("已作废") && !text.contains("回访记录与相关事项"), "{text}");
    let struck = all_text(&matter(0, true).paper().expect("it is set"));
    assert!(struck.contains("已作废") && struck.contains("还没有节点"), "{struck}");
}

#[test]
fn a_matter_with_a_long_story_breaks_over_pages_with_its_head() {
    let pages = read_back(&matter(120, false).paper().expect("it is set"));
    assert!(pages.len() > 2);
    assert!(pages[..pages.len() - 1].iter().all(|page| page.contains("节点时间说明")));
}

fn draw(ranks: usize) -> DrawSheet {
    let lot = |rank| match rank {
        1 | 3 => Lot::Taken,
        2 => Lot::Replaced { reason: "已搬走".to_owned(), on: day("2026-10-09"), by: "陈主管".to_owned() },
        _ => Lot::Passed,
    };
    let row = |rank| LotRow { rank, unit: format!("住户{rank}号"), stratum: String::new(), lot: lot(rank) };
    DrawSheet {
        header: header(),
        title: "每月抽查".to_owned(),
        policy: "物业公司客户回访制度".to_owned(),
        period: "2026年9月".to_owned(),
        on: day("2026-10-08"),
        by: "陈主管".to_owned(),
        seed: "7f3a-2026".to_owned(),
        frame_hash: "0123456789abcdef0123456789abcdef".to_owned(),
        population: if ranks == 0 { 0 } else { 500 },
        take: vec![(String::new(), 2)],
        ranking: (1..=ranks).map(row).collect(),
        voided: false,
    }
}

#[test]
fn a_draw_can_be_checked_from_its_sheet() {
    let text = all_text(&draw(3).paper().expect("it is set"));
    for words in [
        "总体500个",
        "随机种子7f3a-2026",
        "0123456789abcdef0123456789abcdef",
        "1住户1号抽中",
        "2住户2号已替换2026年10月9日陈主管:已搬走",
        "3住户3号抽中",
        "其后497个名次没有抽到",
        "抽样人签字",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}
