//! One function for each command: take the office, call the use case. Nothing else happens here.

use super::desk::Desk;
use super::types::*;
use crate::OfficeError;
use crate::office::Office;
use crate::policy::pack_brief;
use crate::print::{VisitsWish, printed};
use chrono::{Datelike, Weekday};
use huifang_core::calendar::{Now, lunar_label};
use huifang_core::domain::{ClientId, DrawId, Staff, StaffId, TaskId};
use std::path::{Path, PathBuf};

pub(super) use super::archive_handlers::*;
pub(super) use super::call_handlers::*;
pub(super) use super::desklist_handlers::*;
pub(super) use super::draw_handlers::*;
pub(super) use super::first_start_handlers::*;
pub(super) use super::forms_handlers::*;
pub(super) use super::lock_handlers::*;
pub(super) use super::matter_handlers::*;
pub(super) use super::messages_handlers::*;
pub(super) use super::policy_handlers::*;
pub(super) use super::tables_handlers::*;

pub(super) type Answer<T> = Result<T, OfficeError>;

pub(super) fn app_info(_: &Desk, _: Nothing, _: Now) -> Answer<About> {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    Ok(About { version, licences: include_str!("../../../../docs/licences.txt").to_owned() })
}

pub(super) fn desk_status(desk: &Desk, _: Nothing, now: Now) -> Answer<DeskStatus> {
    let recent = desk.recent();
    let mut guard = desk.lock();
    let lock = DeskLock { locked: false, pins: Vec::new(), may_reset: false };
    let Some(office) = guard.as_mut() else { return Ok(DeskStatus { office: None, me: None, recent, lock }) };
    // The program may run over midnight: the new day is asked for when the desk is next looked at.
    office.catch_up(now)?;
    let (me, lock) = (office.me()?.map(|s| staff_brief(&s)), desk_lock(desk, office)?);
    Ok(DeskStatus { office: Some(office_brief(office, desk, now)), me, recent, lock })
}

pub(super) fn open_office(desk: &Desk, request: OpenOffice, now: Now) -> Answer<DeskStatus> {
    let dir = PathBuf::from(request.dir.trim());
    // Closed first, so that the same office can be opened again.
    *desk.lock() = None;
    let open = if desk.refuses_pretended_clock { Office::open_on_true_clock } else { Office::open };
    let office = open(&dir, now)?;
    desk.note_opened(&dir);
    desk.lock_up(office.needs_pin()?);
    *desk.lock() = Some(office);
    desk_status(desk, Nothing {}, now)
}

pub(super) fn pretended_clock() -> OfficeError {
    let text = "HUIFANG_TODAY 只能用于演示办公室。请去掉这个环境变量后重新打开。";
    OfficeError::invalid("pretended_clock", text)
}

pub(super) fn close_office(desk: &Desk, _: Nothing, now: Now) -> Answer<DeskStatus> {
    *desk.lock() = None;
    desk_status(desk, Nothing {}, now)
}

pub(super) fn staff_list(desk: &Desk, _: Nothing, _: Now) -> Answer<Vec<StaffBrief>> {
    desk.with(|office| Ok(office.staff()?.iter().filter(|s| s.active).map(staff_brief).collect()))
}

pub(super) fn worklist(desk: &Desk, request: WorklistQuery, now: Now) -> Answer<Worklist> {
    desk.with(|office| office.list(&request, now))
}

pub(super) fn task_detail(desk: &Desk, request: TaskRef, now: Now) -> Answer<TaskDetail> {
    desk.with(|office| office.task_detail(&TaskId(request.task), now))
}

pub(super) fn foresee(desk: &Desk, request: RecordFollowUp, now: Now) -> Answer<Foresight> {
    desk.with(|office| office.foresee(&request, now))
}

pub(super) fn record_follow_up(desk: &Desk, request: RecordFollowUp, now: Now) -> Answer<FollowUpWritten> {
    desk.with(|office| office.record_follow_up(&request, now))
}

pub(super) fn void_record(desk: &Desk, request: VoidRecord, now: Now) -> Answer<Changed> {
    desk.with(|office| office.void_record(&request, now))
}

pub(super) fn decide(desk: &Desk, request: Decide, now: Now) -> Answer<Decided> {
    desk.with(|office| office.decide(&request, now))
}

pub(super) fn problems(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<ProblemRow>> {
    desk.aside(|office| office.problems(now))
}

pub(super) fn rectify(desk: &Desk, request: Rectify, now: Now) -> Answer<Changed> {
    desk.with(|office| office.rectify(&request, now))
}

pub(super) fn client_list(desk: &Desk, request: ClientQuery, now: Now) -> Answer<ClientList> {
    desk.with(|office| office.client_list(&request, now))
}

pub(super) fn search(desk: &Desk, request: SearchQuery, now: Now) -> Answer<SearchAnswer> {
    desk.with(|office| office.search(&request, now))
}

pub(super) fn client_page(desk: &Desk, request: ClientRef, now: Now) -> Answer<ClientPage> {
    desk.with(|office| office.client_page(&ClientId(request.client), now))
}

pub(super) fn correct_matter(desk: &Desk, request: CorrectMatter, now: Now) -> Answer<Changed> {
    desk.with(|office| office.correct_matter(&request, now))
}

pub(super) fn set_class(desk: &Desk, request: SetClass, now: Now) -> Answer<Changed> {
    desk.with(|office| office.set_class(&request, now))
}

pub(super) fn start_import(desk: &Desk, request: ImportFiles, now: Now) -> Answer<JobStatus> {
    if request.files.is_empty() {
        return Err(OfficeError::invalid("no_file", "请选择要导入的文件"));
    }
    desk.with(|_| Ok(()))?;
    Ok(desk.jobs.start_import(std::sync::Arc::clone(&desk.office), request, now))
}

pub(super) fn job_status(desk: &Desk, request: JobRef, _: Now) -> Answer<JobStatus> {
    Ok(desk.jobs.get(&request.job)?.status())
}

pub(super) fn cancel_job(desk: &Desk, request: JobRef, _: Now) -> Answer<JobStatus> {
    let job = desk.jobs.get(&request.job)?;
    job.stop();
    Ok(job.status())
}

pub(super) fn import_history(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<ImportBrief>> {
    desk.with(|office| office.imports(now))
}

pub(super) fn undo_import(desk: &Desk, request: UndoImport, now: Now) -> Answer<UndoneImport> {
    let id = request.import.parse();
    let id = id.map_err(|_| OfficeError::NotFound { noun: "导入", id: request.import.clone() })?;
    desk.with(|office| office.undo_import(id, request.force, now))
}

pub(super) fn errors_workbook(desk: &Desk, request: ErrorsWorkbook, _: Now) -> Answer<Exported> {
    let rows = desk.jobs.get(&request.job)?.write_rejected(Path::new(&request.path))?;
    Ok(Exported { path: request.path, rows })
}

pub(super) fn report_periods(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<PeriodChoice>> {
    desk.with(|office| Ok(office.report_periods(now)))
}

pub(super) fn quarterly_report(desk: &Desk, request: PeriodRef, now: Now) -> Answer<QuarterlyReport> {
    desk.aside(|office| office.quarterly_report(&request.period, now))
}

pub(super) fn figure_list(desk: &Desk, request: FigureQuery, now: Now) -> Answer<FigureList> {
    desk.aside(|office| office.figure_list(&request, now))
}

pub(super) fn export_report(desk: &Desk, request: ExportReport, now: Now) -> Answer<Exported> {
    desk.aside(|office| office.export_quarterly(&request.period, Path::new(&request.path), now))
}

pub(super) fn print_form(desk: &Desk, request: PrintForm, now: Now) -> Answer<Printed> {
    let paper = desk.with(|office| {
        let task = TaskId(request.task);
        office.print_form(&task, request.blank, request.sheet.as_ref(), now)
    })?;
    printed(&paper, request.path)
}

pub(super) fn print_blank_form(desk: &Desk, request: PrintBlankForm, now: Now) -> Answer<Printed> {
    let paper = desk.with(|office| office.print_blank_form(&request.pack, &request.form, now))?;
    printed(&paper, request.path)
}

pub(super) fn print_card(desk: &Desk, request: PrintCard, now: Now) -> Answer<Printed> {
    let paper = desk.with(|office| office.print_card(&ClientId(request.client), now))?;
    printed(&paper, request.path)
}

pub(super) fn print_matter(desk: &Desk, request: PrintMatter, now: Now) -> Answer<Printed> {
    let paper = desk.with(|office| office.print_matter(&request.matter, now))?;
    printed(&paper, request.path)
}

pub(super) fn print_visits(desk: &Desk, request: PrintVisits, now: Now) -> Answer<PrintedVisits> {
    let day = |text: &Option<String>, field| {
        let text = text.as_deref().filter(|day| !day.is_empty());
        text.map(|day| crate::follow_up::day(Some(day), now.today, field)).transpose()
    };
    let (on, due_to) = (day(&request.on, "on")?, day(&request.due_to, "due_to")?);
    let tasks = request.tasks.into_iter().map(TaskId).collect();
    let wish = VisitsWish { staff: request.staff.map(StaffId), due_to, tasks, on };
    let round = desk.with(|office| office.print_visits(&wish, now))?;
    let goes_out = request.path.is_some();
    let printed = printed(&round.paper, request.path)?;
    // What is only looked at is taken along by nobody.
    if goes_out {
        desk.with(|office| office.keep_rounds(&round.rows, wish.on, now))?;
    }
    Ok(PrintedVisits { printed, rows: round.rows, changed: vec!["round".to_owned()] })
}

pub(super) fn print_draw(desk: &Desk, request: PrintDraw, now: Now) -> Answer<Printed> {
    let paper = desk.with(|office| office.print_draw(&DrawId(request.draw), request.whole, now))?;
    printed(&paper, request.path)
}

pub(super) fn provoke_panic(_: &Desk, request: ProvokePanic, _: Now) -> Answer<Nothing> {
    panic!("{}", request.message)
}

fn staff_brief(staff: &Staff) -> StaffBrief {
    StaffBrief {
        id: staff.id.to_string(),
        name: staff.name.clone(),
        role: staff.role.clone(),
        department: staff.department.clone(),
    }
}

fn office_brief(office: &Office, desk: &Desk, now: Now) -> OfficeBrief {
    let first = office.packs().next();
    let shelf = office.shelf(&desk.shelf);
    let briefs = office.packs().map(|p| pack_brief(Some(office), &shelf, &p.id, now.today));
    OfficeBrief {
        name: office.name().to_owned(),
        dir: office.dir().display().to_string(),
        sector: first.map(|p| p.sector.clone()).unwrap_or_default(),
        client_term: first.map_or("客户", |p| p.client_term()).to_owned(),
        sample: office.is_sample(),
        today: now.today.to_string(),
        today_line: today_line(office, now),
        hours: office.hours_line(),
        notices: notices(office, now),
        packs: briefs.collect(),
    }
}

/// `2026年10月9日 周五 · 工作日 · 农历八月廿九`.
fn today_line(office: &Office, now: Now) -> String {
    let day = now.today;
    let weekday = match day.weekday() {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    };
    let calendar = &office.policies.calendar;
    let kind = match calendar.holiday_name(day) {
        _ if calendar.is_makeup_day(day) => "调休上班".to_owned(),
        Some(name) if !calendar.is_working(day) => format!("{name}放假"),
        _ if calendar.is_working(day) => "工作日".to_owned(),
        _ => "休息日".to_owned(),
    };
    let lunar = lunar_label(day).map(|l| format!(" · 农历{l}")).unwrap_or_default();
    format!("{}年{}月{}日 周{weekday} · {kind}{lunar}", day.year(), day.month(), day.day())
}

/// From November on, next year's table should be there (the State Council publishes it about then).
fn notices(office: &Office, now: Now) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut note = |code: &str, text: String| notices.push(Notice { code: code.to_owned(), text });
    let next = now.today.year() + 1;
    for year in [now.today.year(), next] {
        if !office.policies.calendar.is_known(year) && (year < next || now.today.month() >= 11) {
            note("holidays_unknown", format!("{year} 年放假安排尚未导入,工作日暂按周末推算"));
        }
    }
    if office.clock_went_back(now) {
        note("clock_back", "电脑的日期早于上次使用的日期,请核对系统时钟".to_owned());
    }
    if now.pretended {
        note("pretended_clock", format!("日期由人设定为 {},写入的内容会带标记", now.today));
    }
    notices
}
