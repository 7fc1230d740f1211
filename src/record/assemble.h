// From the layers of a document to its record.
//
//   reads     every layer of the Document
//   returns   the Record: ids given, bytes turned into code points, numbers rounded

#pragma once

#include "averment/document.h"
#include "averment/record.h"

namespace averment {

// Leaves Document::record out of account.
Record Assemble(const Document& doc, const Record::Coder& coder);

}  // namespace averment
