//! Writes a made-up quarter: `cargo run --release -p huifang-report --example quarter -- OUT.xlsx [ROWS]`, and says how
//! long computing and writing took. Names are invented.

use chrono::{Days, NaiveDate};
use huifang_report::{Answer, Header, Occurrence, Quarterly, ReportPeriod, State, Target, write_quarterly};
use std::path::Path;
use std::time::Instant;

const RULES: [(&str, &str, &str); 4] = [
    ("003-04", "complaint", "投诉处理后回访"),
    ("003-04", "repair", "维修完成后回访"),
    ("003-04", "moved_in", "新业主入伙三个月内上门回访"),
    ("007-01", "yearly", "年度满意度走访"),
];
const STAFF: [&str; 6] = ["王晓梅", "李建国", "=陈一", "欧阳志远", "赵敏", "刘*"];
const CLIENTS: [&str; 5] = ["张伟", "李娜(租户)", "=1+1", "上官婉清", "华成物资贸易有限公司"];
const ITEMS: [&str; 3] = ["服务态度", "处理及时性", "维修质量"];
const STATES: [State; 10] = [
    State::Done,
    State::Done,
    State::Done,
    State::Done,
    State::Done,
    State::Overdue,
    State::Lost,
    State::Waived,
    State::Missed,
    State::Withdrawn,
];

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn occurrence(at: usize, first: NaiveDate) -> Occurrence {
    let (pack, rule, title) = RULES[at % RULES.len()];
    let state = STATES[at * 7 / 3 % STATES.len()];
    let done = state == State::Done;
    let due = first + Days::new((at * 13 % 92) as u64);
    let bad = done && at.is_multiple_of(9);
    let answer = |item: &&str| Answer {
        item: (*item).to_owned(),
        answer: if bad {
            "不满意"
        } else if at.is_multiple_of(4) {
            "基本满意"
        } else {
            "满意"
        }
        .to_owned(),
        dissatisfied: bad,
    };
    Occurrence {
        task_id: format!("{at:016x}"),
        pack: pack.to_owned(),
        rule: rule.to_owned(),
        rule_title: title.to_owned(),
        client_name: CLIENTS[at % CLIENTS.len()].to_owned(),
        place_or_no: Some(format!("{}栋{}单元{}0{}", at % 12 + 1, at % 3 + 1, at % 28 + 1, at % 4 + 1)),
        matter_no: (!at.is_multiple_of(3)).then(|| format!("TS26{at:05}")),
        due,
        state,
        done_on: done.then(|| due + Days::new((at % 6) as u64) - Days::new(4)),
        reached: done && !at.is_multiple_of(31),
        department: (!at.is_multiple_of(7)).then(|| ["客服部", "工程部", "秩序维护部"][at % 3].to_owned()),
        assignee: (!at.is_multiple_of(11)).then(|| STAFF[at % STAFF.len()].to_owned()),
        done_by: done.then(|| STAFF[(at + at % 2) % STAFF.len()].to_owned()),
        channel: done.then(|| ["电话", "上门", "微信"][at % 3].to_owned()),
        satisfied: (done && !at.is_multiple_of(5)).then_some(!bad),
        answers: if done { ITEMS.iter().map(answer).collect() } else { Vec::new() },
        note: if bad {
            "师傅来过两次还是漏水,希望尽快安排复查并给个说法。".to_owned()
        } else {
            String::new()
        },
        reason: match state {
            State::Lost => Some("三次电话及一次上门均无人应答".to_owned()),
            State::Waived => Some("业主出国,家属书面要求暂不联系".to_owned()),
            State::Withdrawn => Some("工单登记有误,已更正".to_owned()),
            _ => None,
        },
        counts: !at.is_multiple_of(17),
    }
}

fn target(title: &str, figures: (u32, Option<u32>), met: Option<bool>) -> Target {
    let clauses = vec!["003-04-16".to_owned(), "003-04-17".to_owned()];
    Target {
        title: title.to_owned(),
        asked: "不低于 80%".to_owned(),
        numerator: figures.0,
        denominator: figures.1,
        met,
        clauses,
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: quarter OUT.xlsx [ROWS]")?;
    let rows = arguments.next().map_or(Ok(240), |rows| rows.parse::<usize>())?;
    let period =
        ReportPeriod { first: day(2026, 7, 1), last: day(2026, 9, 30), label: "2026年第三季度".to_owned() };
    let occurrences: Vec<_> = (0..rows).map(|at| occurrence(at, period.first)).collect();
    let targets = vec![
        target("投诉回访率", (41, Some(50)), Some(true)),
        target("入伙业主上门回访率(首次三个月内)", (3, Some(12)), Some(false)),
        target("年度走访率", (0, Some(0)), None),
    ];
    let header = Header {
        office: "锦绣花园物业服务中心".to_owned(),
        title: "回访工作季度报告".to_owned(),
        made_on: day(2026, 10, 8),
        made_by: "王晓梅".to_owned(),
        sample: true,
        pretended: false,
    };
    let started = Instant::now();
    let report = Quarterly::compute(period, day(2026, 10, 8), occurrences, targets);
    let computed = started.elapsed();
    let written = write_quarterly(&report, &header, Path::new(&path))?;
    for figure in report.figures() {
        eprintln!("{:18} {}", figure.kind.id(), figure.text());
    }
    eprintln!("{} rows: computed in {computed:?}, with writing {:?}", written.rows, started.elapsed());
    Ok(())
}
