//! Attachments: photos, PDFs, recordings and signatures of clients, matters and records.

use super::picture::thumbnail;
use super::viewing::plain;
use crate::OfficeError;
use crate::imports::local_minute;
use crate::office::Office;
use crate::wire::{AddAttachment, AttachmentQuery, AttachmentRow, AttachmentWritten, Changed, StrikeAttachment};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use huifang_core::calendar::Now;
use huifang_core::domain::{ClientId, MatterId, RecordId, Staff, StaffId, TaskId, short_hash};
use huifang_store::{Attachment, Signed, StoreError, Struck};
use serde_json::json;
use std::path::Path;

/// The largest file that is taken, in bytes.
pub(crate) const MOST_BYTES: u64 = 50 << 20;

const MEGABYTE: f64 = 1_048_576.0;

/// A file on its way in.
pub(super) struct Arrived {
    pub name: String,
    pub bytes: Vec<u8>,
    pub signed: Option<Signed>,
    pub client: Option<ClientId>,
    pub matter: Option<MatterId>,
    pub record: Option<RecordId>,
}

/// Whose a file is, as far as it is known.
type Belongs = (Option<ClientId>, Option<MatterId>, Option<RecordId>);

impl Office {
    /// Keeps a file with a client, a matter, a task's client, or a record.
    ///
    /// # Errors
    /// `attachment_too_large`; `attachment_kind`: neither picture nor PDF nor recording; `attachment_empty`;
    /// `attachment_broken`; `not_found`; `io`.
    pub fn add_attachment(&mut self, wish: &AddAttachment, now: Now) -> Result<AttachmentWritten, OfficeError> {
        let (name, bytes) = contents(wish)?;
        let (client, matter, record) = self.belongs_to(wish)?;
        self.keep_file("add_attachment", Arrived { name, bytes, signed: None, client, matter, record }, now)
    }

    /// Whose the file is, as the most exact of the things named says.
    fn belongs_to(&self, wish: &AddAttachment) -> Result<Belongs, OfficeError> {
        let missing = |noun, id: &str| OfficeError::NotFound { noun, id: id.to_owned() };
        if let Some(id) = &wish.record {
            let record = self.store.read().record(&RecordId::from(id.as_str()))?;
            let record = record.ok_or_else(|| missing("回访记录", id))?;
            return Ok((record.client, record.matter, Some(record.id)));
        }
        if let Some(id) = &wish.task {
            let row = self.task_row(&TaskId::from(id.as_str()))?;
            return Ok((row.client, row.matter, None));
        }
        let matter = wish.matter.as_deref().map(|id| {
            let found = self.store.read().matter(&MatterId::from(id))?;
            found.ok_or_else(|| missing("事项", id))
        });
        let matter = matter.transpose()?;
        let client = match &wish.client {
            Some(id) => {
                let id = ClientId::from(id.as_str());
                Some(self.store.read().client(&id)?.ok_or_else(|| missing("客户", id.as_str()))?.id)
            }
            None => matter.as_ref().and_then(|m| m.participants.first()).map(|p| p.client.clone()),
        };
        if client.is_none() && matter.is_none() {
            return Err(OfficeError::invalid("attachment_nowhere", "没有说附件属于哪位客户或哪件事项"));
        }
        Ok((client, matter.map(|m| m.id), None))
    }

    /// First the file, then the row that knows it: a file without a row harms nobody, a row without a file would.
    pub(super) fn keep_file(
        &mut self,
        operation: &str,
        arrived: Arrived,
        now: Now,
    ) -> Result<AttachmentWritten, OfficeError> {
        let Arrived { name, bytes, signed, client, matter, record } = arrived;
        let (kind, mime) = if signed.is_some() { ("signature", "image/png") } else { kind_of(&bytes, &name)? };
        let hash = self.store.put_file(&bytes, nonce()?)?;
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let new = Attachment {
            id: short_hash(&["attachment", &hash, &stamp]),
            client,
            matter,
            record,
            kind: kind.to_owned(),
            name: plain(&name),
            mime: mime.to_owned(),
            // No larger file was let in.
            bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            hash,
            thumbnail: if mime.starts_with("image/") { thumbnail(&bytes) } else { None },
            signed,
            at_ms: now.instant_ms,
            by: self.me.as_ref().map(ToString::to_string),
            struck: None,
        };
        let detail = json!({ "attachment": new.id, "name": new.name, "hash": new.hash, "client": new.client });
        self.write(operation, now, detail, |tx, _| Ok(tx.add_attachment(&new)?))?;
        let line = format!("已附上「{}」", new.name);
        let row = self.attachment_row(&new, &self.store.read().staff_all()?, now)?;
        Ok(AttachmentWritten { attachment: row, changed: changed_with(&new), line })
    }

    /// The attachments of a client or a record, or those of the identifiers; struck out ones too.
    ///
    /// # Errors
    /// The store's.
    pub fn attachments(&self, query: &AttachmentQuery, now: Now) -> Result<Vec<AttachmentRow>, OfficeError> {
        let reader = self.store.read();
        let found = match (&query.client, &query.record) {
            (_, Some(record)) => reader.attachments_of_record(&RecordId::from(record.as_str()))?,
            (Some(client), None) => reader.attachments_of_client(&ClientId::from(client.as_str()))?,
            (None, None) => reader.attachments(query.ids.iter().map(String::as_str))?,
        };
        let staff = reader.staff_all()?;
        found.iter().map(|file| self.attachment_row(file, &staff, now)).collect()
    }

    /// Strikes an attachment out, with a reason. The file stays, and so does its row.
    ///
    /// # Errors
    /// `not_found`; `reason_missing`; `attachment_struck`.
    pub fn strike_attachment(&mut self, wish: &StrikeAttachment, now: Now) -> Result<Changed, OfficeError> {
        let reason = wish.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明为什么删除"));
        }
        let file = self.attachment(&wish.id)?;
        if file.struck.is_some() {
            return Err(OfficeError::invalid("attachment_struck", "这个附件已经删除过了"));
        }
        let by = self.me.as_ref().map(ToString::to_string);
        let struck = Struck { at_ms: now.instant_ms, by, reason };
        let detail = json!({ "attachment": file.id, "name": file.name, "reason": struck.reason });
        self.write("strike_attachment", now, detail, |tx, _| Ok(tx.strike_attachment(&file.id, &struck)?))?;
        Ok(Changed {
            changed: changed_with(&file), line: format!("已删除「{}」,仍可在“已删除”里查到", file.name)
        })
    }

    /// The attachment of that identifier.
    pub(crate) fn attachment(&self, id: &str) -> Result<Attachment, OfficeError> {
        let found = self.store.read().attachment(id)?;
        found.ok_or_else(|| OfficeError::NotFound { noun: "附件", id: id.to_owned() })
    }

    fn attachment_row(&self, file: &Attachment, staff: &[Staff], now: Now) -> Result<AttachmentRow, OfficeError> {
        let name = |id: &Option<String>| {
            let known = id.as_ref().and_then(|id| staff.iter().find(|s| s.id == StaffId::from(id.as_str())));
            known.map_or_else(|| id.clone().unwrap_or_default(), |s| s.name.clone())
        };
        let struck = file.struck.as_ref().map(|struck| {
            let parts = [struck.reason.clone(), name(&struck.by), local_minute(struck.at_ms, now.zone)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        let picture = |jpeg: &Vec<u8>| format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg));
        Ok(AttachmentRow {
            id: file.id.clone(),
            kind: file.kind.clone(),
            name: file.name.clone(),
            mime: file.mime.clone(),
            bytes: file.bytes,
            at: local_minute(file.at_ms, now.zone),
            by: name(&file.by),
            about: self.about_file(file)?,
            record: file.record.as_ref().map(ToString::to_string),
            thumbnail: file.thumbnail.as_ref().map(picture),
            struck,
        })
    }

    /// What the file is about: the matter by its kind and number, the contact by its day.
    fn about_file(&self, file: &Attachment) -> Result<String, OfficeError> {
        let matter = file.matter.as_ref().map(|id| self.store.read().matter(id)).transpose()?.flatten();
        let record = file.record.as_ref().map(|id| self.store.read().record(id)).transpose()?.flatten();
        let matter = matter.map(|m| self.matter_brief(&m));
        let words = [
            matter.map(|m| format!("{} {}", m.kind_label, m.no.unwrap_or_default()).trim().to_owned()),
            record.map(|r| format!("{} 回访", r.on)),
        ];
        Ok(words.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }
}

/// A record with a file is another than without: it may be the sheet that the client signed.
fn changed_with(file: &Attachment) -> Vec<String> {
    let record = file.record.as_ref().map(|_| "record".to_owned());
    std::iter::once("attachment".to_owned()).chain(record).collect()
}

/// Name and bytes of what is brought in: a file of this computer, or what was pasted or dropped.
fn contents(wish: &AddAttachment) -> Result<(String, Vec<u8>), OfficeError> {
    let given = match (&wish.path, &wish.data) {
        (Some(path), _) => from_path(Path::new(path))?,
        (None, Some(data)) => {
            // Four characters stand for three bytes.
            refuse_large(data.len() as u64 / 4 * 3)?;
            let broken = |_| OfficeError::invalid("attachment_broken", "文件没有读全,请再试一次");
            (wish.name.clone(), STANDARD.decode(data.as_bytes()).map_err(broken)?)
        }
        (None, None) => return Err(OfficeError::invalid("no_file", "请选择要附上的文件")),
    };
    if given.1.is_empty() {
        return Err(OfficeError::invalid("attachment_empty", format!("「{}」是空文件,没有内容可附", given.0)));
    }
    Ok(given)
}

fn from_path(path: &Path) -> Result<(String, Vec<u8>), OfficeError> {
    let io = |source| OfficeError::Io { path: path.to_owned(), operation: "读取文件", source };
    refuse_large(std::fs::metadata(path).map_err(io)?.len())?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((name, std::fs::read(path).map_err(io)?))
}

fn refuse_large(bytes: u64) -> Result<(), OfficeError> {
    if bytes <= MOST_BYTES {
        return Ok(());
    }
    let (found, most) = (bytes as f64 / MEGABYTE, MOST_BYTES as f64 / MEGABYTE);
    let text = format!("文件有 {found:.0} MB,一个附件最多 {most:.0} MB。照片请选小一些的尺寸,录音请存成 m4a 或 mp3。");
    let params = json!({ "megabytes": found.round(), "most": most });
    Err(OfficeError::Invalid { code: "attachment_too_large", params, text })
}

/// What the bytes are, whatever the name says: kind and media type.
fn kind_of(bytes: &[u8], name: &str) -> Result<(&'static str, &'static str), OfficeError> {
    let found = infer::get(bytes).map(|kind| kind.mime_type());
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    match found {
        Some("application/pdf") => Ok(("pdf", "application/pdf")),
        Some(mime) if mime.starts_with("image/") => Ok(("photo", mime)),
        Some(mime) if mime.starts_with("audio/") => Ok(("recording", mime)),
        // Telephones record sound into a container that is also for films.
        Some("video/mp4" | "video/3gpp") if ["m4a", "aac", "3gp", "amr"].contains(&ending.as_str()) => {
            Ok(("recording", "audio/mp4"))
        }
        _ => {
            let text =
                format!("「{name}」不能作附件。可以附照片(jpg、png、webp、heic)、PDF 和录音(mp3、m4a、wav、amr)。");
            Err(OfficeError::invalid("attachment_kind", text))
        }
    }
}

/// Random, and so never used before.
fn nonce() -> Result<[u8; 24], OfficeError> {
    let mut nonce = [0; 24];
    getrandom::fill(&mut nonce).map_err(|error| {
        let source = std::io::Error::other(error.to_string());
        StoreError::Io { path: "attachments".into(), operation: "random", source }
    })?;
    Ok(nonce)
}
