import CFIRKit
import GRDB

/// What goes wrong with the file itself, in words for its users.
enum LedgerProblem {
  /// Does something with the database of a ledger; its errors become findings.
  static func named<Result>(_ name: String, _ body: () throws -> Result) throws(Finding) -> Result {
    do {
      return try body()
    } catch let finding as Finding {
      throw finding
    } catch let error as DatabaseError {
      throw finding(error, name)
    } catch {
      throw .error(
        at: Origin(file: name), "the ledger cannot be used: \(error.localizedDescription)",
        fix: "check the file and its folder")
    }
  }

  private static func finding(_ error: DatabaseError, _ name: String) -> Finding {
    let origin = Origin(file: name)
    switch error.resultCode {
    case .SQLITE_NOTADB:
      return .error(
        at: origin, "this is no SQLite file, or its first bytes were changed",
        fix: "put the ledger back from a copy, or move this file elsewhere")
    case .SQLITE_CORRUPT:
      return .error(
        at: origin, "the file is damaged: \(error.message ?? "it cannot be read")",
        fix: "put it back from a copy")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .error(
        at: origin, "another program is writing to the ledger and does not finish; nothing was saved",
        fix: "close it and try again")
    case .SQLITE_FULL:
      return .error(at: origin, "the disk is full; nothing was saved", fix: "make room and try again")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return .error(
        at: origin, "the ledger cannot be opened for this: \(error.message ?? "access is refused")",
        fix: "allow the file and its folder to be read and written")
    case .SQLITE_IOERR:
      return .error(
        at: origin, "the disk refuses the ledger: \(error.message ?? "it cannot be read or written")",
        fix: "check the disk, or copy the study to another")
    default:
      return .error(
        at: origin, "the ledger cannot be used: \(error.message ?? "\(error.resultCode)")",
        fix: "put it back from a copy, or move it elsewhere")
    }
  }

  static func foreign(_ name: String) -> Finding {
    .error(
      at: Origin(file: name), "this SQLite file is no ledger of judgements: it was made by another program",
      fix: "move it elsewhere")
  }

  static func newer(_ name: String) -> Finding {
    .error(
      at: Origin(file: name), "the ledger was written by a newer cfir, and this one does not know its form",
      fix: "install the newer cfir; the file was left as it is")
  }
}
