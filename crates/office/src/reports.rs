//! The quarter: figures that can be defended, and the workbook.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{
    Exported, Figure, FigureList, FigureQuery, FigureTable, MonthFigures, PeriodChoice, QuarterlyReport, TargetLine,
};
use crate::worklist::page_of;
use huifang_core::calendar::{Now, Period, PeriodKind, PeriodShift};
use huifang_core::domain::{Channel, FieldValue, Matter, Record, Settlement, Settles, Subject, TaskId};
use huifang_core::engine::{EndKind, TaskView};
use huifang_core::policy::{Bound, Measure, PolicyPack, Target, TaskAction, Vocabulary};
use huifang_report::{
    Answer, CoverageRow, FigureKind, Grouping, Header, Occurrence, Quarterly, Ratio, ReportPeriod, State,
    write_quarterly,
};
use huifang_store::{Page, TaskRow as StoredTask};
use std::collections::BTreeSet;
use std::path::Path;

/// How many quarters back can be chosen.
const QUARTERS: usize = 8;

/// The occurrences of a period, with the store's rows behind them.
pub(crate) struct Ledger {
    rows: Vec<StoredTask>,
    pub(crate) facts: TaskFacts,
    views: Vec<TaskView>,
}

impl Office {
    /// Quarters that can be chosen, the current one first.
    pub fn report_periods(&self, now: Now) -> Vec<PeriodChoice> {
        let current = Period::containing(PeriodKind::Quarter, now.today, PeriodShift::default());
        let periods = std::iter::successors(Some(current), |p| Some(p.previous())).take(QUARTERS);
        periods.map(|p| PeriodChoice { period: p.to_string(), label: p.chinese() }).collect()
    }

    /// The quarter as a model.
    ///
    /// # Errors
    /// `bad_period`; the store's.
    pub fn quarterly(&self, period: &str, now: Now) -> Result<Quarterly, OfficeError> {
        let period = read_period(period)?;
        let ledger = self.ledger(period, now)?;
        let occurrences: Vec<_> = ledger.views.iter().map(|view| self.occurrence(&ledger.facts, view)).collect();
        let targets = self.targets(period, &ledger)?;
        let span = ReportPeriod { first: period.first, last: period.last, label: period.chinese() };
        Ok(Quarterly::compute(span, now.today, occurrences, targets))
    }

    /// What falls due in the period, with the views on the day.
    pub(crate) fn ledger(&self, period: Period, now: Now) -> Result<Ledger, OfficeError> {
        let mut rows = self.store.read().tasks_due_between(period.first, period.last)?;
        // The office's own work (meetings, reports, draws) is no follow-up, and no row of its figures.
        let is_work = |row: &StoredTask| {
            row.action == TaskAction::Step.code() && matches!(row.subject, Subject::Office | Subject::Staff(_))
        };
        rows.retain(|row| !is_work(row));
        let facts = TaskFacts::of_facts(self.store.read().facts_of_tasks(&rows)?);
        let views = rows.iter().map(|row| facts.view(row, now.today)).collect();
        Ok(Ledger { rows, facts, views })
    }

    /// The quarter as the screen shows it.
    pub(crate) fn quarterly_report(&self, period: &str, now: Now) -> Result<QuarterlyReport, OfficeError> {
        let model = self.quarterly(period, now)?;
        let figures = model.figures().into_iter().map(|f| Figure {
            id: f.kind.id().to_owned(),
            label: f.kind.label().to_owned(),
            numerator: f.numerator,
            denominator: f.denominator,
            text: f.text(),
            definition: f.kind.definition().to_owned(),
        });
        let tables = vec![
            coverage_table(Grouping::Rule, "按回访项目", "回访项目", &model.by_rule),
            coverage_table(Grouping::Department, "按部门", "部门", &model.by_department),
            coverage_table(Grouping::Staff, "按责任人", "责任人", &model.by_staff),
            satisfaction_table(&model),
        ];
        let months = model.months.iter().map(|m| MonthFigures {
            month: m.month.clone(),
            due: m.counts.due,
            done: m.counts.done,
            on_time: m.counts.on_time,
        });
        let ids = self.packs().flat_map(|pack| pack.targets.iter().map(|target| target_id(pack, target)));
        let counts = self.packs().flat_map(|pack| &pack.targets).map(|target| target.measure != Measure::Problems);
        let ids = ids.zip(counts).map(|(id, counts)| counts.then_some(id));
        let targets = model.targets.iter().zip(ids).map(|(t, id)| TargetLine {
            id,
            title: t.title.clone(),
            asked: t.asked.clone(),
            reached: ratio_words(t.numerator, t.denominator),
            met: t.met,
            clauses: t.clauses.clone(),
        });
        Ok(QuarterlyReport {
            period: period.to_owned(),
            label: model.period.label.clone(),
            days: format!("{} 至 {}", model.period.first, model.period.last),
            figures: figures.collect(),
            months: months.collect(),
            targets: targets.collect(),
            tables,
        })
    }

    /// The list behind a figure.
    ///
    /// # Errors
    /// `bad_period`, `not_found`; the store's.
    pub fn figure_list(&self, query: &FigureQuery, now: Now) -> Result<FigureList, OfficeError> {
        let page = Page { offset: query.offset, limit: query.limit.min(500) };
        let (total, page) = page_of(self.behind_figure(query, now)?, page);
        let facts = TaskFacts::of(self, &page)?;
        Ok(FigureList { total, rows: self.task_rows(&facts, &page, now.today)? })
    }

    /// All tasks behind a figure.
    pub(crate) fn behind_figure(&self, query: &FigureQuery, now: Now) -> Result<Vec<StoredTask>, OfficeError> {
        let kind = FigureKind::parse(&query.figure)
            .ok_or_else(|| OfficeError::NotFound { noun: "指标", id: query.figure.clone() })?;
        let ledger = self.ledger(read_period(&query.period)?, now)?;
        let is_of_row = self.row_of(query, &ledger)?;
        let in_list = ledger.views.iter().zip(&ledger.rows).filter(|(view, _)| {
            let occurrence = self.occurrence(&ledger.facts, view);
            kind.lists(&occurrence) && is_of_row(&occurrence)
        });
        Ok(in_list.map(|(_, row)| row.clone()).collect())
    }

    /// Whether an occurrence is counted in the row of the table, or by the target, that the query names.
    fn row_of(&self, query: &FigureQuery, ledger: &Ledger) -> Result<impl Fn(&Occurrence) -> bool, OfficeError> {
        let key = query.key.clone().unwrap_or_default();
        let mut grouping = None;
        let mut targeted: Option<BTreeSet<String>> = None;
        match query.table.as_deref() {
            None => {}
            Some("target") => {
                let all = self.packs().flat_map(|pack| pack.targets.iter().map(move |target| (pack, target)));
                let found = all.into_iter().find(|(pack, target)| target_id(pack, target) == key);
                let (pack, target) = found.ok_or_else(|| OfficeError::NotFound { noun: "指标", id: key.clone() })?;
                let views = self.targeted(pack, target, ledger);
                targeted = Some(views.into_iter().map(|view| view.task.emission.id.to_string()).collect());
            }
            Some(table) => {
                let known = Grouping::parse(table);
                grouping = Some(known.ok_or_else(|| OfficeError::NotFound { noun: "表", id: table.to_owned() })?);
            }
        }
        Ok(move |occurrence: &Occurrence| {
            grouping.is_none_or(|grouping| grouping.key_of(occurrence) == key)
                && targeted.as_ref().is_none_or(|ids| ids.contains(&occurrence.task_id))
        })
    }

    /// Writes the quarter as a workbook.
    ///
    /// # Errors
    /// `bad_period`; the file cannot be written.
    pub fn export_quarterly(&self, period: &str, path: &Path, now: Now) -> Result<Exported, OfficeError> {
        let model = self.quarterly(period, now)?;
        let header = Header {
            office: self.name.clone(),
            title: "回访工作季度报告".to_owned(),
            made_on: now.today,
            made_by: self.me()?.map(|s| s.name).unwrap_or_default(),
            sample: self.sample,
            pretended: now.pretended,
        };
        let written = write_quarterly(&model, &header, path)?;
        Ok(Exported { path: path.display().to_string(), rows: written.rows })
    }

    pub(crate) fn occurrence(&self, facts: &TaskFacts, view: &TaskView) -> Occurrence {
        let emission = &view.task.emission;
        let client = facts.client(emission.client.as_ref());
        let matter = facts.matter(emission.matter.as_ref());
        let assignee = facts.assignee(view);
        let end = view.human.end.as_ref();
        let record = end.and_then(|e| e.record.as_ref()).and_then(|id| facts.record(id));
        let by = record.and_then(|r| r.by.as_ref());
        let by = by.map(|by| by.find(&facts.facts.staff).map_or_else(|| by.0.clone(), |s| s.name.clone()));
        let department =
            matter.and_then(|m| m.department.clone()).or_else(|| assignee.and_then(|s| s.department.clone()));
        let place_or_no = client.and_then(|c| c.place.clone().or_else(|| c.no.clone()));
        Occurrence {
            task_id: emission.id.to_string(),
            pack: emission.key.pack.clone(),
            rule: emission.key.rule.clone(),
            rule_title: self.task_title(view),
            client_name: client.map(|c| c.name.clone()).unwrap_or_default(),
            place_or_no,
            matter_no: matter.and_then(|m| m.no.clone()),
            due: view.due,
            state: State::parse(view.state.code()).unwrap_or(State::Open),
            done_on: end.filter(|e| e.kind == EndKind::Done).map(|e| e.on).or(emission.fulfilled),
            reached: emission.fulfilled.is_some() || (emission.need <= 1 && record.is_some()),
            department: department.or_else(|| self.department_of_role(facts, &emission.role)),
            assignee: Some(assignee.map_or_else(|| emission.role.clone(), |s| s.name.clone())),
            done_by: by,
            channel: record.map(|r| Vocabulary::shipped().name("channel", r.channel.code()).to_owned()),
            satisfied: record.and_then(|r| settlement_of(r, &emission.id)).and_then(|s| s.satisfied),
            answers: record.map(|r| self.rated(view, r)).unwrap_or_default(),
            note: record.map(|r| r.note.clone()).unwrap_or_default(),
            reason: reason(facts, view),
            counts: emission.action == TaskAction::Contact,
        }
    }

    /// The department in which everybody of the post works, where it is one.
    fn department_of_role(&self, facts: &TaskFacts, role: &str) -> Option<String> {
        let of_role = facts.facts.staff.iter().filter(|s| s.role == role);
        let departments: BTreeSet<_> = of_role.filter_map(|s| s.department.clone()).collect();
        if departments.len() == 1 { departments.into_iter().next() } else { None }
    }

    /// Answers to the rating items of the form that was filled in for the task.
    fn rated(&self, view: &TaskView, record: &Record) -> Vec<Answer> {
        let emission = &view.task.emission;
        let Some((pack, _)) = self.rule_of(&emission.key.pack, &emission.key.rule) else { return Vec::new() };
        let Some(settlement) = settlement_of(record, &emission.id) else { return Vec::new() };
        let Some(form) = settlement.form.as_deref().and_then(|id| pack.form(id)) else { return Vec::new() };
        let items = form.fields.iter().filter(|f| !f.dissatisfied.is_empty());
        items
            .filter_map(|field| {
                let answer = settlement.answers.get(&field.id).map(FieldValue::text).filter(|a| !a.is_empty())?;
                Some(Answer { item: field.label.clone(), dissatisfied: field.is_dissatisfied(&answer), answer })
            })
            .collect()
    }

    fn targets(&self, period: Period, ledger: &Ledger) -> Result<Vec<huifang_report::Target>, OfficeError> {
        let problems = self.store.read().matters_of_kind("problem")?;
        let of_pack = |pack: &PolicyPack| {
            let targets = pack.targets.iter();
            targets.map(|t| self.target(pack, t, period, ledger, &problems)).collect::<Vec<_>>()
        };
        Ok(self.packs().flat_map(of_pack).collect())
    }

    fn target(
        &self,
        pack: &PolicyPack,
        target: &Target,
        period: Period,
        ledger: &Ledger,
        problems: &[Matter],
    ) -> huifang_report::Target {
        let (numerator, denominator) = match &target.measure {
            Measure::Problems => problems_closed(&pack.id, period, problems),
            _ => self.coverage_of(pack, target, ledger),
        };
        let met = target.is_met(numerator, denominator);
        let soft = if target.soft { "(原则上)" } else { "" };
        huifang_report::Target {
            title: target.title.clone(),
            asked: match target.bound {
                Bound::AtLeast(percent) => format!("不低于 {percent}%{soft}"),
                Bound::AtMost(percent) => format!("不超过 {percent}%{soft}"),
            },
            numerator,
            denominator: Some(denominator),
            met,
            clauses: target.carried.ids(),
        }
    }

    /// What of the ledger the target is about.
    pub(crate) fn targeted<'l>(&self, pack: &PolicyPack, target: &Target, ledger: &'l Ledger) -> Vec<&'l TaskView> {
        let mine = |view: &&TaskView| {
            let key = &view.task.emission.key;
            key.pack == pack.id && (target.rules.is_empty() || target.rules.contains(&key.rule))
        };
        ledger.views.iter().filter(mine).collect()
    }

    /// Reached, and due, of what the target is about.
    pub(crate) fn coverage_of(&self, pack: &PolicyPack, target: &Target, ledger: &Ledger) -> (u32, u32) {
        let views = self.targeted(pack, target, ledger);
        let occurrences: Vec<_> = views.into_iter().map(|v| self.occurrence(&ledger.facts, v)).collect();
        let counts = huifang_report::Counts::of(&occurrences);
        let by_channel = |channel: Channel| {
            let name = Vocabulary::shipped().name("channel", channel.code());
            let via = occurrences.iter().filter(|o| o.channel.as_deref() == Some(name));
            huifang_report::Counts::of(via).done
        };
        (target.channel.map_or(counts.done, by_channel), counts.due)
    }
}

/// What the record says about the task.
fn settlement_of<'r>(record: &'r Record, task: &TaskId) -> Option<&'r Settlement> {
    record.settles.iter().find(|s| matches!(&s.task, Settles::Task(id) if id == task))
}

/// Problems raised in the period, and how many of them are closed.
fn problems_closed(pack: &str, period: Period, problems: &[Matter]) -> (u32, u32) {
    let of_pack = |m: &&Matter| m.fields.get("loop").is_some_and(|v| v.text().starts_with(&format!("{pack}/")));
    let raised = |m: &&Matter| m.milestone("raised").is_some_and(|s| period.contains(s.on.day));
    let all: Vec<_> = problems.iter().filter(of_pack).filter(raised).collect();
    let closed = all.iter().filter(|m| m.milestone("closed").is_some()).count();
    (closed as u32, all.len() as u32)
}

/// Why a task was waived, given up or withdrawn.
fn reason(facts: &TaskFacts, view: &TaskView) -> Option<String> {
    if let Some(because) = &view.task.withdrawn_because
        && !view.task.asked
    {
        return Some(because.clone());
    }
    let about = facts.decided(&view.task.emission.id);
    about.max_by_key(|d| d.at_ms).map(|d| d.reason.clone()).filter(|r| !r.is_empty())
}

fn read_period(text: &str) -> Result<Period, OfficeError> {
    let period = Period::parse(text).ok().filter(|period| period.kind == PeriodKind::Quarter);
    period.ok_or_else(|| OfficeError::invalid("bad_period", format!("报告期要写成 2026Q3 的样子:{text}")))
}

fn ratio_words(numerator: u32, denominator: Option<u32>) -> String {
    match denominator {
        Some(denominator) => format!("{numerator}/{denominator} = {}", Ratio { numerator, denominator }.text()),
        None => numerator.to_string(),
    }
}

/// The target among those of all packs, the same on another day.
pub(crate) fn target_id(pack: &PolicyPack, target: &Target) -> String {
    format!("{}/{}", pack.id, target.title)
}

/// The columns of a table by groups, with the figure whose list each number opens.
const COVERAGE_COLUMNS: [(&str, FigureKind); 7] = [
    ("应访", FigureKind::DueCount),
    ("已访", FigureKind::DoneCount),
    ("回访率", FigureKind::Coverage),
    ("按时", FigureKind::OnTimeCount),
    ("按时率", FigureKind::OnTimeRate),
    ("失访", FigureKind::LostCount),
    ("漏访", FigureKind::MissedCount),
];

fn coverage_table(grouping: Grouping, title: &str, first: &str, rows: &[CoverageRow]) -> FigureTable {
    let by_person = grouping == Grouping::Staff;
    let row = |r: &CoverageRow| -> Vec<String> {
        let figures = COVERAGE_COLUMNS.iter().map(|(_, kind)| kind.of(&r.counts).text());
        let made = by_person.then(|| r.made.to_string());
        std::iter::once(r.label.clone()).chain(figures).chain(made).collect()
    };
    let mut columns = vec![first.to_owned()];
    columns.extend(COVERAGE_COLUMNS.iter().map(|(title, _)| (*title).to_owned()));
    let mut figures = vec![None];
    figures.extend(COVERAGE_COLUMNS.iter().map(|(_, kind)| Some(kind.id().to_owned())));
    if by_person {
        // Whom a person contacted for others is no list of what was due to him.
        columns.push("本人回访".to_owned());
        figures.push(None);
    }
    FigureTable {
        id: grouping.id().to_owned(),
        title: title.to_owned(),
        columns,
        rows: rows.iter().map(row).collect(),
        figures,
        keys: rows.iter().map(|r| r.key.clone()).collect(),
    }
}

fn satisfaction_table(model: &Quarterly) -> FigureTable {
    let mut rows = Vec::new();
    for item in &model.items {
        for level in &item.levels {
            let share = Ratio { numerator: level.count, denominator: item.answered() };
            rows.push(vec![item.item.clone(), level.answer.clone(), level.count.to_string(), share.text()]);
        }
    }
    FigureTable {
        id: "satisfaction".to_owned(),
        title: "满意度".to_owned(),
        columns: ["项目", "回答", "人数", "占比"].map(str::to_owned).to_vec(),
        rows,
        figures: Vec::new(),
        keys: Vec::new(),
    }
}
