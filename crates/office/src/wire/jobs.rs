//! Long work beside the commands: it is started, asked how far it is, and can be stopped. Asking is by polling, so that
//! every host can do it.

use super::types::{ImportFiles, JobStatus, Problem};
use crate::imports::{ImportOutcome, write_rejected};
use crate::office::Office;
use crate::{Batch, ImportWish, OfficeError};
use huifang_core::calendar::Now;
use huifang_intake::{ImportPlan, Mapping};
use serde_json::json;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Jobs by number.
#[derive(Default)]
pub(super) struct Jobs {
    next: AtomicU64,
    jobs: Mutex<BTreeMap<String, Arc<Job>>>,
}

/// One job.
pub(super) struct Job {
    status: Mutex<JobStatus>,
    plans: Mutex<Vec<ImportPlan>>,
    stop: AtomicBool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Jobs {
    /// Starts an import in a thread of its own.
    pub fn start_import(&self, office: Arc<Mutex<Option<Office>>>, wish: ImportFiles, now: Now) -> JobStatus {
        let id = (self.next.fetch_add(1, Ordering::Relaxed) + 1).to_string();
        let status = JobStatus {
            job: id.clone(),
            state: "running".to_owned(),
            stage: "reading".to_owned(),
            file: wish.files.first().cloned().unwrap_or_default(),
            done: 0,
            total: 0,
            imports: Vec::new(),
            error: None,
        };
        let job =
            Arc::new(Job { status: Mutex::new(status.clone()), plans: Mutex::default(), stop: AtomicBool::new(false) });
        lock(&self.jobs).insert(id, Arc::clone(&job));
        std::thread::spawn(move || job.run(&office, &wish, now));
        status
    }

    /// A job by number.
    ///
    /// # Errors
    /// `not_found`.
    pub fn get(&self, id: &str) -> Result<Arc<Job>, OfficeError> {
        let found = lock(&self.jobs).get(id).cloned();
        found.ok_or_else(|| OfficeError::NotFound { noun: "任务进度", id: id.to_owned() })
    }
}

impl Job {
    /// How far it is.
    pub fn status(&self) -> JobStatus {
        lock(&self.status).clone()
    }

    /// Asks it to stop; what is not yet committed is not written.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Writes the rows that did not go in; answers how many.
    pub fn write_rejected(&self, path: &Path) -> Result<u32, OfficeError> {
        let plans = lock(&self.plans);
        write_rejected(&plans.iter().collect::<Vec<_>>(), path)
    }

    fn run(&self, office: &Mutex<Option<Office>>, wish: &ImportFiles, now: Now) {
        let outcome = catch_unwind(AssertUnwindSafe(|| self.import_all(office, wish, now)));
        let mut status = lock(&self.status);
        let (state, error) = match outcome {
            Ok(Ok(())) => ("done", None),
            Ok(Err(OfficeError::Cancelled)) => ("cancelled", None),
            Ok(Err(error)) => ("failed", Some(Problem { code: error.code().to_owned(), text: error.sentence() })),
            Err(_) => {
                tracing::error!("panic in an import");
                let text = "程序内部出错,没有写入任何内容。请把文件发给维护人员。".to_owned();
                ("failed", Some(Problem { code: "panic".to_owned(), text }))
            }
        };
        status.state = state.to_owned();
        status.error = error;
    }

    fn import_all(&self, office: &Mutex<Option<Office>>, wish: &ImportFiles, now: Now) -> Result<(), OfficeError> {
        let import_wish = ImportWish {
            kind: wish.r#as.clone().filter(|kind| !kind.is_empty()),
            mapping: read_mapping(&wish.mapping)?,
            dry_run: wish.dry_run,
        };
        let mut office = lock(office);
        let office = office.as_mut().ok_or(OfficeError::NoOffice)?;
        let mut batch = office.batch()?;
        for file in &wish.files {
            lock(&self.status).file = file.clone();
            let outcome = self.import_one(office, &mut batch, Path::new(file), &import_wish, now)?;
            lock(&self.status).imports.push(outcome.result());
            lock(&self.plans).push(outcome.plan);
        }
        Ok(())
    }

    fn import_one(
        &self,
        office: &mut Office,
        batch: &mut Batch,
        path: &Path,
        wish: &ImportWish,
        now: Now,
    ) -> Result<ImportOutcome, OfficeError> {
        let mut watch = |stage: &'static str, done: usize, total: usize| {
            let mut status = lock(&self.status);
            status.stage = stage.to_owned();
            (status.done, status.total) = (done as u32, total as u32);
            if self.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        office.import_in(batch, path, wish, now, &mut watch)
    }
}

/// A mapping of the wire: column title -> field code.
fn read_mapping(columns: &BTreeMap<String, String>) -> Result<Option<Mapping>, OfficeError> {
    if columns.is_empty() {
        return Ok(None);
    }
    let mapping = serde_json::from_value(json!({ "columns": columns }));
    mapping.map(Some).map_err(|e| OfficeError::invalid("bad_mapping", format!("列的含义写得不对:{e}")))
}
