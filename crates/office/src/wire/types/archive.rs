//! The archive by hand: a client filled in and corrected, households, duplicates, doubtful data.

use super::{ClientBrief, LabelValue, wire};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// A client as the form holds him: everything as text, empty where nothing is known.
    pub struct ClientEdit {
        /// Client id; none: a new one.
        client: Option<String>,
        /// Name.
        name: String,
        /// Record number.
        no: String,
        /// Identity number.
        id_number: String,
        /// `male`, `female` or empty.
        sex: String,
        /// Day of birth.
        born: String,
        /// Room.
        place: String,
        /// First day as a client.
        since: String,
        /// Responsible person: staff id, or a name that no person of staff has.
        assignee: String,
        /// Ways to reach him; the client himself first.
        contacts: Vec<ContactEdit>,
        /// Classes given by hand that hold today.
        classes: Vec<String>,
        /// How he wishes to be contacted.
        wish: WishEdit,
        /// Fields of the sector and of the office by code.
        fields: BTreeMap<String, String>,
        /// Why, where somebody says so.
        reason: String,
    }

    /// Somebody who can be rung up.
    pub struct ContactEdit {
        /// Empty: the client himself.
        relation: String,
        /// Name; empty for the client himself.
        name: String,
        /// Telephone numbers as typed, several parted by blanks or `、`.
        phones: String,
        /// WeChat account.
        wechat: String,
        /// Not to be rung up.
        do_not_contact: bool,
    }

    /// How a client wishes to be contacted.
    pub struct WishEdit {
        /// Hours that suit him: `14:00-17:00`, several parted by `、`.
        hours: String,
        /// Channel code, or empty.
        channel: String,
        /// What to heed: hard of hearing, dialect.
        note: String,
    }

    /// A form with what it may be filled in with.
    pub struct ClientForm {
        /// As he is.
        edit: ClientEdit,
        /// Fields of the sector and of the office, in order.
        fields: Vec<ClientFieldBrief>,
        /// Classes that can be given by hand.
        classes: Vec<String>,
        /// Relations in use.
        relations: Vec<String>,
        /// Fields that a person corrected: no import overwrites them.
        held: Vec<String>,
    }

    /// A field of clients.
    pub struct ClientFieldBrief {
        /// Key.
        code: String,
        /// What it is called.
        label: String,
        /// `text`, `number`, `date`, `choice`.
        kind: String,
        /// What may be chosen, or is often meant.
        choices: Vec<String>,
        /// Whether the office defined it.
        own: bool,
    }

    /// Names a client, or none for a new one.
    pub struct ClientFormRef {
        /// Client id.
        client: Option<String>,
    }

    /// What the checks say of a form.
    pub struct ClientChecks {
        /// Notes beside fields, none of which forbids.
        notes: Vec<CheckNote>,
        /// Day of birth by the identity number.
        born: Option<String>,
        /// Sex by the identity number.
        sex: Option<String>,
        /// The day of birth in the lunar calendar.
        lunar: Option<String>,
        /// Age in full years.
        age: Option<u32>,
    }

    /// A note beside a field.
    pub struct CheckNote {
        /// Field: `id_number`, `contact.0`, `no` …
        field: String,
        /// One sentence.
        text: String,
        /// The other client of whom it speaks.
        client: Option<ClientBrief>,
    }

    /// What saving a client has done.
    pub struct ClientSaved {
        /// The client.
        client: String,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// The office's own fields of clients.
    pub struct OwnFields {
        /// In order.
        fields: Vec<ClientFieldBrief>,
    }

    /// What the page of a client shows besides facts and story.
    pub struct ClientArchive {
        /// Those of his household, himself left out.
        household: Vec<ClientBrief>,
        /// Who might be of his household, and why.
        suggested: Vec<HouseholdHint>,
        /// He is not to be contacted now.
        halt: Option<ClientHalt>,
        /// Clients that were merged into him.
        merges: Vec<MergeBrief>,
        /// Places that he had: label and from when to when.
        places: Vec<LabelValue>,
        /// What was changed about him, newest first.
        changes: Vec<ClientChange>,
    }

    /// Somebody who might be of the same household.
    pub struct HouseholdHint {
        /// Who.
        client: ClientBrief,
        /// Why: 同一房号, 同一电话.
        why: String,
    }

    /// A client is not to be contacted.
    pub struct ClientHalt {
        /// `pause` or `do_not_contact`.
        act: String,
        /// Since.
        since: String,
        /// Last day; none: until it is taken back.
        until: Option<String>,
        /// Who decided.
        by: String,
        /// Why.
        reason: String,
        /// Tasks that are not listed because of it.
        tasks: u32,
    }

    /// A merge that stands.
    pub struct MergeBrief {
        /// Its number.
        merge: String,
        /// Who was merged.
        name: String,
        /// When.
        at: String,
        /// Who did it.
        by: String,
    }

    /// A change of one field.
    pub struct ClientChange {
        /// When: `2026-09-30 09:15`.
        at: String,
        /// Who.
        by: String,
        /// What it was: 修改, 导入 业主档案.xlsx.
        what: String,
        /// Field.
        label: String,
        /// As it was.
        from: String,
        /// As it is.
        to: String,
        /// Why, where somebody said so.
        reason: String,
    }

    /// Who is of one household.
    pub struct JoinHousehold {
        /// Clients; those who are of a household already bring it along.
        clients: Vec<String>,
    }

    /// Two clients.
    pub struct ClientPair {
        /// The one.
        a: String,
        /// The other.
        b: String,
    }

    /// Pairs that may be one client.
    pub struct DuplicateList {
        /// How many.
        total: u32,
        /// The surest first.
        pairs: Vec<DuplicatePair>,
    }

    /// Two clients who may be one.
    pub struct DuplicatePair {
        /// The one.
        a: ClientBrief,
        /// The other.
        b: ClientBrief,
        /// Why: 同一手机号, 姓名同音.
        why: Vec<String>,
        /// What 没有问题 names.
        doubt: String,
        /// The data as they are now.
        data: String,
    }

    /// Two clients side by side.
    pub struct MergeLook {
        /// The one who is to stay.
        a: ClientBrief,
        /// The one who is to go.
        b: ClientBrief,
        /// Fields of either.
        rows: Vec<MergeRow>,
        /// What belongs to each: label, and how many of the one and the other.
        belongings: Vec<MergeRow>,
        /// What comes along by itself: contacts and classes of both.
        along: Vec<String>,
        /// What to know before.
        notes: Vec<String>,
    }

    /// A field of two clients.
    pub struct MergeRow {
        /// Field.
        field: String,
        /// What it is called.
        label: String,
        /// Of the one.
        a: String,
        /// Of the other.
        b: String,
        /// Whether they differ, so that somebody must choose.
        differs: bool,
        /// Which is proposed: `a` or `b`.
        choose: String,
    }

    /// Makes two clients one.
    pub struct MergeClients {
        /// Who stays.
        keep: String,
        /// Who goes.
        merge: String,
        /// Fields that are taken from the one who goes.
        take: Vec<String>,
    }

    /// What a merge has done.
    pub struct Merged {
        /// Its number, to part them again.
        merge: String,
        /// Who stayed.
        client: String,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Names one merge.
    pub struct MergeRef {
        /// Its number.
        merge: String,
    }

    /// What parting two clients has done.
    pub struct Parted {
        /// What stays with the kept one because it came or was edited later: label and reason.
        kept: Vec<LabelValue>,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Doubtful data, to be cleared.
    pub struct DoubtList {
        /// How many there are of each kind: code and number.
        kinds: Vec<DoubtCount>,
        /// How many were put aside.
        accepted: u32,
        /// The first of each kind.
        doubts: Vec<Doubt>,
    }

    /// How many doubts of a kind there are.
    pub struct DoubtCount {
        /// Kind code.
        kind: String,
        /// How many.
        count: u32,
    }

    /// Something doubtful.
    pub struct Doubt {
        /// What 没有问题 names.
        doubt: String,
        /// The data as they are now.
        data: String,
        /// Kind: `shared_phone`, `shared_account`, `id_number`, `missing`, `date`, `far_date`, `phone`.
        kind: String,
        /// One sentence.
        text: String,
        /// Of whom; two or more where they share something.
        clients: Vec<ClientBrief>,
    }

    /// Puts doubts aside.
    pub struct AcceptDoubt {
        /// What is doubted.
        doubt: String,
        /// The data as they were when somebody looked.
        data: String,
        /// Why it is in order.
        reason: String,
    }

    /// Doubts again.
    pub struct DoubtRef {
        /// What was put aside.
        doubt: String,
    }
}
