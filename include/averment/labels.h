// The closed label sets of the syntax layer: Universal POS, Penn Treebank tags, CLEAR-style
// dependency relations and OntoNotes entity types, as spaCy's English pipelines 3.8 use them.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace averment {

// Universal POS (https://universaldependencies.org/u/pos/); SPACE is spaCy's tag of whitespace tokens.
#define AVERMENT_POS(X)                                                                          \
  X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) X(PRON) X(PROPN)    \
  X(PUNCT) X(SCONJ) X(SYM) X(VERB) X(X) X(SPACE)

// Penn Treebank tags; the second column is the written form.
#define AVERMENT_TAGS(X)                                                                         \
  X(Dollar, "$") X(CloseQuote, "''") X(Comma, ",") X(LRB, "-LRB-") X(RRB, "-RRB-")               \
  X(Period, ".") X(Colon, ":") X(ADD, "ADD") X(AFX, "AFX") X(CC, "CC") X(CD, "CD") X(DT, "DT")   \
  X(EX, "EX") X(FW, "FW") X(HYPH, "HYPH") X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS")    \
  X(LS, "LS") X(MD, "MD") X(NFP, "NFP") X(NN, "NN") X(NNP, "NNP") X(NNPS, "NNPS") X(NNS, "NNS")  \
  X(PDT, "PDT") X(POS, "POS") X(PRP, "PRP") X(PRPS, "PRP$") X(RB, "RB") X(RBR, "RBR")            \
  X(RBS, "RBS") X(RP, "RP") X(SYM, "SYM") X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD")      \
  X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP") X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP")              \
  X(WPS, "WP$") X(WRB, "WRB") X(XX, "XX") X(SP, "_SP") X(OpenQuote, "``")

// Dependency relations (CLEAR style: nsubjpass, dobj, pobj ...); `root` is written ROOT.
#define AVERMENT_DEPS(X)                                                                         \
  X(root) X(acl) X(acomp) X(advcl) X(advmod) X(agent) X(amod) X(appos) X(attr) X(aux)            \
  X(auxpass) X(case_) X(cc) X(ccomp) X(compound) X(conj) X(csubj) X(csubjpass) X(dative) X(dep)  \
  X(det) X(dobj) X(expl) X(intj) X(mark) X(meta) X(neg) X(nmod) X(npadvmod) X(nsubj)             \
  X(nsubjpass) X(nummod) X(oprd) X(parataxis) X(pcomp) X(pobj) X(poss) X(preconj) X(predet)      \
  X(prep) X(prt) X(punct) X(quantmod) X(relcl) X(xcomp)

// OntoNotes 5 entity types; None means outside any entity.
#define AVERMENT_ENTITY_TYPES(X)                                                                 \
  X(None) X(CARDINAL) X(DATE) X(EVENT) X(FAC) X(GPE) X(LANGUAGE) X(LAW) X(LOC) X(MONEY) X(NORP)  \
  X(ORDINAL) X(ORG) X(PERCENT) X(PERSON) X(PRODUCT) X(QUANTITY) X(TIME) X(WORK_OF_ART)

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
