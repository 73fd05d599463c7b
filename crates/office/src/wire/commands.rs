//! The one list of commands. Each line is a name, a request and a response; the dispatcher, the TypeScript map and the
//! list for the command line are made of it, so there is no second list to keep.

/// Calls the macro with every command: `name(Request) -> Response`.
macro_rules! for_each_command {
    ($use:ident) => {
        $use! {
            app_info(Nothing) -> About,
            desk_status(Nothing) -> DeskStatus,
            open_office(OpenOffice) -> DeskStatus,
            create_office(CreateOffice) -> DeskStatus,
            close_office(Nothing) -> DeskStatus,
            staff_list(Nothing) -> Vec<StaffBrief>,
            sign_in(SignIn) -> DeskStatus,
            worklist(WorklistQuery) -> Worklist,
            task_detail(TaskRef) -> TaskDetail,
            foresee(RecordFollowUp) -> Foresight,
            record_follow_up(RecordFollowUp) -> FollowUpWritten,
            void_record(VoidRecord) -> Changed,
            decide(Decide) -> Changed,
            problems(Nothing) -> Vec<ProblemRow>,
            rectify(Rectify) -> Changed,
            client_list(ClientQuery) -> ClientList,
            client_page(ClientRef) -> ClientPage,
            correct_matter(CorrectMatter) -> Changed,
            set_class(SetClass) -> Changed,
            start_import(ImportFiles) -> JobStatus,
            job_status(JobRef) -> JobStatus,
            cancel_job(JobRef) -> JobStatus,
            import_history(Nothing) -> Vec<ImportBrief>,
            undo_import(UndoImport) -> UndoneImport,
            errors_workbook(ErrorsWorkbook) -> Exported,
            report_periods(Nothing) -> Vec<PeriodChoice>,
            quarterly_report(PeriodRef) -> QuarterlyReport,
            figure_list(FigureQuery) -> FigureList,
            export_report(ExportReport) -> Exported,
            print_form(PrintForm) -> Printed,
            print_blank_form(PrintBlankForm) -> Printed,
            print_card(PrintCard) -> Printed,
            print_visits(PrintVisits) -> PrintedVisits,
            print_draw(PrintDraw) -> Printed,
            pack_list(Nothing) -> Vec<PackBrief>,
            pack_text(PackRef) -> PackText,
            provoke_panic(ProvokePanic) -> Nothing,
        }
    };
}
pub(super) use for_each_command;
