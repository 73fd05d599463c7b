//! The shelf of packs: those that ship with the program, or those of a folder named by the host.

use crate::OfficeError;
use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::{Probe, Unnoticed, run_story, story_heads};
use huifang_core::policy::{
    Clause, ClauseCarried, How, PackLine, PackProblem, ParamValues, PolicyPack, bundled, check, coverage, pack_lines,
};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Packs that can be enabled, by id.
#[derive(Debug, Clone)]
pub struct PackShelf {
    packs: BTreeMap<String, Arc<Source>>,
}

/// A pack as its files say it; read once, when it is first asked for.
#[derive(Debug)]
pub(crate) struct Source {
    /// The pack's text.
    pub text: String,
    /// Story files: name and text.
    pub stories: Vec<(String, String)>,
    /// Whether the office keeps it, and may change it.
    pub own: bool,
    /// The pack of which it is a copy.
    pub copied_from: Option<String>,
    read: OnceLock<Result<ShelfPack, Vec<PackProblem>>>,
    lines: OnceLock<Vec<PackLine>>,
}

impl Source {
    fn shipped(text: String, stories: Vec<(String, String)>) -> Self {
        Self { own: false, ..Self::own(text, stories, None) }
    }

    /// A pack that the office keeps.
    pub fn own(text: String, stories: Vec<(String, String)>, copied_from: Option<String>) -> Self {
        Self { text, stories, own: true, copied_from, read: OnceLock::new(), lines: OnceLock::new() }
    }

    /// The pack, under the name by which its mistakes are reported.
    ///
    /// # Errors
    /// All problems of its text.
    pub fn read_as(&self, id: &str) -> Result<&ShelfPack, OfficeError> {
        let read = self.read.get_or_init(|| {
            let pack = PolicyPack::parse(&self.text, &ParamValues::new())?;
            Ok(ShelfPack { text: self.text.clone(), pack })
        });
        read.as_ref().map_err(|problems| OfficeError::Pack { id: id.to_owned(), problems: problems.clone() })
    }

    /// All problems: of the text or, if that can be read, of the clauses that it carries.
    pub fn problems(&self) -> Vec<PackProblem> {
        match self.read_as("") {
            Ok(found) => check(&found.pack, &found.text, clauses()),
            Err(OfficeError::Pack { problems, .. }) => problems,
            Err(_) => Vec::new(),
        }
    }

    /// What the stories say and the pack does not do: each file with a line for each difference.
    ///
    /// # Errors
    /// All problems of the text.
    pub fn story_problems(&self) -> Result<Vec<(String, Vec<String>)>, OfficeError> {
        let pack = &self.read_as("")?.pack;
        let calendar = WorkingCalendar::shipped();
        let told = self.stories.iter().filter_map(|(file, text)| {
            let mismatches = run_story(text, pack, &calendar).err()?;
            Some((file.clone(), mismatches.into_iter().map(|m| format!("stories/{file}: {m}")).collect()))
        });
        Ok(told.collect())
    }
}

/// A shipped pack: id, text, story files.
type Shipped = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

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
        let shipped: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));
        let source = |text: &str, stories: &[(&str, &str)]| {
            let stories = stories.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
            Arc::new(Source::shipped(text.to_owned(), stories))
        };
        let text_of = |wanted: &str| {
            let found = shipped.iter().find(|(id, _, _)| *id == wanted);
            found.map(|(_, text, _)| (*text).to_owned())
        };
        let packs = shipped.iter().map(|(id, text, stories)| {
            // A pack that is kept by an office must be readable by itself.
            ((*id).to_owned(), source(&bundled(text, &text_of), stories))
        });
        Self { packs: packs.collect() }
    }
}

impl PackShelf {
    /// The packs of a folder with one folder a pack.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn read(dir: &Path) -> Result<Self, OfficeError> {
        let io = |source| OfficeError::Io { path: dir.to_owned(), operation: "读取制度包文件夹", source };
        let mut packs = BTreeMap::new();
        for entry in std::fs::read_dir(dir).map_err(io)? {
            let path = entry.map_err(io)?.path().join("pack.toml");
            let id = path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
            if let (true, Some(id)) = (path.is_file(), id) {
                let text = std::fs::read_to_string(&path).map_err(io)?;
                let stories = read_stories(&path.with_file_name("stories")).map_err(io)?;
                packs.insert(id, (text, stories));
            }
        }
        let texts: BTreeMap<String, String> = packs.iter().map(|(id, (text, _))| (id.clone(), text.clone())).collect();
        let bundle = |text: &str| bundled(text, &|id| texts.get(id).cloned());
        let packs = packs.into_iter();
        Ok(Self {
            packs: packs.map(|(id, (text, stories))| (id, Arc::new(Source::shipped(bundle(&text), stories)))).collect(),
        })
    }

    /// Ids of all packs, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.packs.keys().map(String::as_str)
    }

    /// The same packs with others beside them.
    pub(crate) fn with(&self, others: impl IntoIterator<Item = (String, Arc<Source>)>) -> Self {
        let mut packs = self.packs.clone();
        packs.extend(others);
        Self { packs }
    }

    /// A pack by id.
    ///
    /// # Errors
    /// `not_found`, or all problems of its text.
    pub fn get(&self, id: &str) -> Result<&ShelfPack, OfficeError> {
        self.source(id)?.read_as(id)
    }

    /// A pack's texts by id.
    ///
    /// # Errors
    /// `not_found`.
    pub(crate) fn source(&self, id: &str) -> Result<&Source, OfficeError> {
        let found = self.packs.get(id).map(Arc::as_ref);
        found.ok_or_else(|| OfficeError::NotFound { noun: "制度包", id: id.to_owned() })
    }

    /// Whether the office keeps the pack itself.
    pub(crate) fn is_own(&self, id: &str) -> bool {
        self.packs.get(id).is_some_and(|source| source.own)
    }

    /// The pack of which it is a copy.
    pub(crate) fn copied_from(&self, id: &str) -> Option<&str> {
        self.packs.get(id)?.copied_from.as_deref()
    }

    /// The pack in words; none where it cannot be read.
    pub(crate) fn lines(&self, id: &str) -> &[PackLine] {
        let Some(source) = self.packs.get(id) else { return &[] };
        source.lines.get_or_init(|| source.read_as(id).map(|found| pack_lines(&found.pack)).unwrap_or_default())
    }

    /// What the pack's stories say and the pack does not do: a line for each difference.
    ///
    /// # Errors
    /// As `get`.
    pub fn story_problems(&self, id: &str) -> Result<Vec<String>, OfficeError> {
        self.get(id)?;
        Ok(self.source(id)?.story_problems()?.into_iter().flat_map(|(_, lines)| lines).collect())
    }

    /// Numbers and parts of the pack that could be changed or taken out without any story or check noticing.
    ///
    /// # Errors
    /// `not_found`.
    pub fn unnoticed(&self, id: &str) -> Result<Vec<Unnoticed>, OfficeError> {
        let source = self.source(id)?;
        let stories: Vec<String> = source.stories.iter().map(|(_, text)| text.clone()).collect();
        let calendar = WorkingCalendar::shipped();
        let probe =
            Probe { text: &source.text, stories: &stories, clauses: clauses(), texts: &|_| None, calendar: &calendar };
        Ok([probe.unnoticed_numbers(), probe.unnoticed_parts()].concat())
    }

    /// Titles of the pack's stories with the clauses that each tells.
    ///
    /// # Errors
    /// `not_found`.
    pub fn stories(&self, id: &str) -> Result<Vec<(String, Vec<String>)>, OfficeError> {
        let heads = self.source(id)?.stories.iter().flat_map(|(_, text)| story_heads(text));
        Ok(heads.map(|head| (head.title, head.clauses)).collect())
    }

    /// All problems of a pack: of its text or, if that can be read, of the clauses that it carries.
    ///
    /// # Errors
    /// `not_found`.
    pub fn problems(&self, id: &str) -> Result<Vec<PackProblem>, OfficeError> {
        Ok(self.source(id)?.problems())
    }

    /// What carries each clause of the pack's policy.
    ///
    /// # Errors
    /// As `get`.
    pub fn coverage(&self, id: &str) -> Result<ClauseCarried, OfficeError> {
        Ok(coverage(&self.get(id)?.pack, clauses()))
    }
}

fn read_stories(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut stories = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            stories.push((name, std::fs::read_to_string(&path)?));
        }
    }
    stories.sort();
    Ok(stories)
}

/// Counts of clauses that run, ask and show: those of the pack's own policy or, in a pack of the office's own, those
/// that it names.
pub(crate) fn counts(pack: &PolicyPack) -> [u32; 3] {
    let own = coverage(pack, clauses()).clauses;
    let hows: Vec<How> = match own.is_empty() {
        false => own.iter().filter_map(|clause| clause.how).collect(),
        true => named(pack).into_values().collect(),
    };
    [How::Runs, How::Asks, How::Shows].map(|how| hows.iter().filter(|found| **found == how).count() as u32)
}

/// Every clause that a part of the pack names, with the strongest way in which it is carried.
fn named(pack: &PolicyPack) -> BTreeMap<&str, How> {
    let mut named: BTreeMap<&str, How> = BTreeMap::new();
    for (id, how) in pack.carriers().into_iter().flat_map(|(_, carried)| &carried.clauses) {
        let strongest = named.entry(id).or_insert(*how);
        *strongest = *how.min(strongest);
    }
    named
}

/// The clauses of all policies, as shipped: id, kind, whether enforceable, numbers.
pub fn clauses() -> &'static [Clause] {
    static CLAUSES: OnceLock<Vec<Clause>> = OnceLock::new();
    CLAUSES.get_or_init(|| {
        let text = include_str!("../../../packs/clauses.jsonl");
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    })
}
