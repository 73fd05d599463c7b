//! Small occurrences to build tests from. Names are invented.

use chrono::NaiveDate;
use huifang_report::{Answer, Header, Occurrence, Quarterly, ReportPeriod, State, Target};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

pub fn third_quarter() -> ReportPeriod {
    ReportPeriod { first: day("2026-07-01"), last: day("2026-09-30"), label: "2026年第三季度".to_owned() }
}

pub fn header() -> Header {
    Header {
        office: "锦绣花园物业服务中心".to_owned(),
        title: "回访工作季度报告".to_owned(),
        made_on: day("2026-10-08"),
        made_by: "王晓梅".to_owned(),
        sample: false,
        pretended: false,
    }
}

/// A contact due on that day, in that state; reached on the due day if it is done.
pub fn due(on: &str, state: State) -> Occurrence {
    let done = state == State::Done;
    Occurrence {
        task_id: format!("{on}-{}", state.code()),
        pack: "003-04".to_owned(),
        rule: "complaint".to_owned(),
        rule_title: "投诉处理后回访".to_owned(),
        client_name: "张伟".to_owned(),
        place_or_no: Some("3栋1单元501".to_owned()),
        matter_no: Some("TS260017".to_owned()),
        due: day(on),
        state,
        done_on: done.then(|| day(on)),
        reached: done,
        department: Some("客服部".to_owned()),
        assignee: Some("李建国".to_owned()),
        done_by: done.then(|| "李建国".to_owned()),
        channel: done.then(|| "电话".to_owned()),
        satisfied: None,
        answers: Vec::new(),
        note: String::new(),
        reason: None,
        counts: true,
    }
}

pub fn done_on(on: &str, done: &str) -> Occurrence {
    Occurrence { done_on: Some(day(done)), ..due(on, State::Done) }
}

pub fn satisfied(on: &str, satisfied: bool) -> Occurrence {
    Occurrence { satisfied: Some(satisfied), ..due(on, State::Done) }
}

pub fn answered(item: &str, answer: &str, dissatisfied: bool) -> Occurrence {
    let answer = Answer { item: item.to_owned(), answer: answer.to_owned(), dissatisfied };
    Occurrence { answers: vec![answer], ..due("2026-08-01", State::Done) }
}

pub fn report(occurrences: Vec<Occurrence>) -> Quarterly {
    Quarterly::compute(third_quarter(), day("2026-10-08"), occurrences, Vec::new())
}

/// A quarter in which everything occurs, with names that a spreadsheet could misread.
pub fn full_quarter() -> Quarterly {
    let departments = [Some("客服部"), Some("=工程部"), Some("外*部"), None];
    let people = ["李建国", "=陈一", "+8613800000000", "@赵敏", "anna", "Anna", "101"];
    let mut occurrences = Vec::new();
    for at in 0..200_usize {
        let state = State::ALL[at * 5 / 3 % State::ALL.len()];
        let on = day("2026-06-25") + chrono::Days::new((at * 7 % 105) as u64);
        let mut occurrence = due(&on.to_string(), state);
        occurrence.task_id = format!("{at:016x}");
        occurrence.rule = if at.is_multiple_of(3) { "003-04.repair" } else { "complaint" }.to_owned();
        occurrence.rule_title = if at.is_multiple_of(3) { "维修后回访" } else { "投诉处理后回访" }.to_owned();
        occurrence.client_name = if at.is_multiple_of(2) { "=1+1" } else { "http://example.com" }.to_owned();
        occurrence.department = departments[at % departments.len()].map(str::to_owned);
        occurrence.assignee = (!at.is_multiple_of(10)).then(|| people[at % people.len()].to_owned());
        if occurrence.reached {
            occurrence.done_on = Some(on + chrono::Days::new((at % 3) as u64) - chrono::Days::new(1));
            occurrence.done_by = Some(people[at % 4].to_owned());
            occurrence.satisfied = [Some(true), Some(true), Some(false), None][at % 4];
            occurrence.reached = !at.is_multiple_of(13);
        }
        occurrence.counts = !at.is_multiple_of(11);
        occurrences.push(occurrence);
    }
    let target = |numerator, denominator, met| Target {
        title: "投诉回访率".to_owned(),
        asked: "不低于 50%".to_owned(),
        numerator,
        denominator,
        met,
        clauses: vec!["003-04-16".to_owned()],
    };
    let targets = vec![target(3, Some(4), Some(true)), target(0, Some(0), None), target(12, None, Some(false))];
    Quarterly::compute(third_quarter(), day("2026-09-20"), occurrences, targets)
}
