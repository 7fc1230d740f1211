// The closed label sets of the syntax layer: Universal POS, Penn Treebank tags, CLEAR-style
// dependency relations and OntoNotes entity types, as spaCy's English pipelines 3.8 use them.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace averment {

// Universal POS (https://universaldependencies.org/u/pos/); SPACE is spaCy's tag of whitespace
// tokens. (The parameter is L, for X is a part of speech.)
// clang-format off: a list.
#define AVERMENT_POS(L)                                                                          \
  L(ADJ) L(ADP) L(ADV) L(AUX) L(CCONJ) L(DET) L(INTJ) L(NOUN) L(NUM) L(PART) L(PRON) L(PROPN)    \
  L(PUNCT) L(SCONJ) L(SYM) L(VERB) L(X) L(SPACE)
// clang-format on

// Penn Treebank tags; the second column is the written form.
// clang-format off: a list.
#define AVERMENT_TAGS(L)                                                                         \
  L(Dollar, "$") L(CloseQuote, "''") L(Comma, ",") L(LRB, "-LRB-") L(RRB, "-RRB-")               \
  L(Period, ".") L(Colon, ":") L(ADD, "ADD") L(AFX, "AFX") L(CC, "CC") L(CD, "CD") L(DT, "DT")   \
  L(EX, "EX") L(FW, "FW") L(HYPH, "HYPH") L(IN, "IN") L(JJ, "JJ") L(JJR, "JJR") L(JJS, "JJS")    \
  L(LS, "LS") L(MD, "MD") L(NFP, "NFP") L(NN, "NN") L(NNP, "NNP") L(NNPS, "NNPS") L(NNS, "NNS")  \
  L(PDT, "PDT") L(POS, "POS") L(PRP, "PRP") L(PRPS, "PRP$") L(RB, "RB") L(RBR, "RBR")            \
  L(RBS, "RBS") L(RP, "RP") L(SYM, "SYM") L(TO, "TO") L(UH, "UH") L(VB, "VB") L(VBD, "VBD")      \
  L(VBG, "VBG") L(VBN, "VBN") L(VBP, "VBP") L(VBZ, "VBZ") L(WDT, "WDT") L(WP, "WP")              \
  L(WPS, "WP$") L(WRB, "WRB") L(XX, "XX") L(SP, "_SP") L(OpenQuote, "``")
// clang-format on

// Dependency relations (CLEAR style: nsubjpass, dobj, pobj ...); `root` is written ROOT.
// clang-format off: a list.
#define AVERMENT_DEPS(L)                                                                         \
  L(root) L(acl) L(acomp) L(advcl) L(advmod) L(agent) L(amod) L(appos) L(attr) L(aux)            \
  L(auxpass) L(case_) L(cc) L(ccomp) L(compound) L(conj) L(csubj) L(csubjpass) L(dative) L(dep)  \
  L(det) L(dobj) L(expl) L(intj) L(mark) L(meta) L(neg) L(nmod) L(npadvmod) L(nsubj)             \
  L(nsubjpass) L(nummod) L(oprd) L(parataxis) L(pcomp) L(pobj) L(poss) L(preconj) L(predet)      \
  L(prep) L(prt) L(punct) L(quantmod) L(relcl) L(xcomp)
// clang-format on

// OntoNotes 5 entity types; None means outside any entity.
// clang-format off: a list.
#define AVERMENT_ENTITY_TYPES(L)                                                                 \
  L(None) L(CARDINAL) L(DATE) L(EVENT) L(FAC) L(GPE) L(LANGUAGE) L(LAW) L(LOC) L(MONEY) L(NORP)  \
  L(ORDINAL) L(ORG) L(PERCENT) L(PERSON) L(PRODUCT) L(QUANTITY) L(TIME) L(WORK_OF_ART)
// clang-format on

#define AVERMENT_ENUM1(name) k##name,
#define AVERMENT_ENUM2(name, written) k##name,
enum class Pos : uint8_t { AVERMENT_POS(AVERMENT_ENUM1) };
enum class Tag : uint8_t { AVERMENT_TAGS(AVERMENT_ENUM2) };
enum class Dep : uint8_t { AVERMENT_DEPS(AVERMENT_ENUM1) };
enum class EntityType : uint8_t { AVERMENT_ENTITY_TYPES(AVERMENT_ENUM1) };
#undef AVERMENT_ENUM1
#undef AVERMENT_ENUM2

// The written form: "NOUN", "PRP$", "nsubj", "GPE" ("" for EntityType::kNone).
std::string_view ToString(Pos pos);
std::string_view ToString(Tag tag);
std::string_view ToString(Dep dep);
std::string_view ToString(EntityType type);

// The label with this written form; nothing where there is none.
std::optional<Pos> ParsePos(std::string_view written);
std::optional<Tag> ParseTag(std::string_view written);
std::optional<Dep> ParseDep(std::string_view written);
std::optional<EntityType> ParseEntityType(std::string_view written);

}  // namespace averment
