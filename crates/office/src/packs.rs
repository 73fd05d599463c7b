//! The shelf of packs: those that ship with the program, or those of a folder named by the host.

use crate::OfficeError;
use huifang_core::policy::{Clause, ClauseCarried, How, PackProblem, ParamValues, PolicyPack, check, coverage};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// Packs that can be enabled, by id.
#[derive(Debug, Clone)]
pub struct PackShelf {
    texts: BTreeMap<String, String>,
}

/// A pack of the shelf, read.
#[derive(Debug, Clone)]
pub struct ShelfPack {
    /// Its text.
    pub text: String,
    /// The pack with its parameters' defaults.
    pub pack: PolicyPack,
}

impl Default for PackShelf {
    fn default() -> Self {
        let shipped: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));
        Self { texts: shipped.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect() }
    }
}

impl PackShelf {
    /// The packs of a folder with one folder a pack.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn read(dir: &Path) -> Result<Self, OfficeError> {
        let io = |source| OfficeError::Io { path: dir.to_owned(), operation: "读取制度包文件夹", source };
        let mut texts = BTreeMap::new();
        for entry in std::fs::read_dir(dir).map_err(io)? {
            let path = entry.map_err(io)?.path().join("pack.toml");
            let id = path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
            if let (true, Some(id)) = (path.is_file(), id) {
                let text = std::fs::read_to_string(&path).map_err(io)?;
                texts.insert(id, text);
            }
        }
        Ok(Self { texts })
    }

    /// Ids of all packs, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// A pack by id.
    ///
    /// # Errors
    /// `not_found`, or all problems of its text.
    pub fn get(&self, id: &str) -> Result<ShelfPack, OfficeError> {
        let text = self.texts.get(id).ok_or_else(|| OfficeError::NotFound { noun: "制度包", id: id.to_owned() })?;
        let pack = PolicyPack::parse(text, &ParamValues::new())
            .map_err(|problems| OfficeError::Pack { id: id.to_owned(), problems })?;
        Ok(ShelfPack { text: text.clone(), pack })
    }

    /// All problems of a pack: of its text or, if that can be read, of the clauses that it carries.
    ///
    /// # Errors
    /// `not_found`.
    pub fn problems(&self, id: &str) -> Result<Vec<PackProblem>, OfficeError> {
        match self.get(id) {
            Ok(found) => Ok(check(&found.pack, &found.text, clauses())),
            Err(OfficeError::Pack { problems, .. }) => Ok(problems),
            Err(other) => Err(other),
        }
    }

    /// What carries each clause of the pack's policy.
    ///
    /// # Errors
    /// As `get`.
    pub fn coverage(&self, id: &str) -> Result<ClauseCarried, OfficeError> {
        Ok(coverage(&self.get(id)?.pack, clauses()))
    }
}

/// Counts of clauses that run, ask and show.
pub(crate) fn counts(pack: &PolicyPack) -> [u32; 3] {
    let carried = coverage(pack, clauses());
    [How::Runs, How::Asks, How::Shows].map(|how| carried.clauses.iter().filter(|c| c.how == Some(how)).count() as u32)
}

/// The clauses of all policies, as shipped: id, kind, whether enforceable, numbers.
pub fn clauses() -> &'static [Clause] {
    static CLAUSES: OnceLock<Vec<Clause>> = OnceLock::new();
    CLAUSES.get_or_init(|| {
        let text = include_str!("../../../packs/clauses.jsonl");
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    })
}
